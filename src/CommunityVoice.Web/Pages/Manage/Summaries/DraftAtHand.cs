using CommunityVoice.Bodies;
using CommunityVoice.Summaries;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Manage.Summaries;

/// <summary>Finds the version that an editor's page is about, and refuses whoever may not publish in its area.</summary>
public sealed class DraftAtHand(SummaryDrafts drafts, IAuthorizationService authorization)
{
    /// <summary>The version, or the answer that refuses it.</summary>
    public async Task<(SummaryVersion? Version, IActionResult? Refused)> FindAsync(PageModel page, long id, CancellationToken ct)
    {
        if (await drafts.FindAsync(id, ct) is not { } version) return (null, page.NotFound());
        return await authorization.MayAsync(page.User, Capability.Publish, version.Summary.Consultation.AreaId) ? (version, null) : (null, page.Forbid());
    }

    /// <summary>The same of a draft; a published version leads to its page, where it can be corrected.</summary>
    public async Task<(SummaryVersion? Draft, IActionResult? Refused)> FindDraftAsync(PageModel page, long id, CancellationToken ct)
    {
        var (version, refused) = await FindAsync(page, id, ct);
        return version is { IsDraft: false } ? (null, page.RedirectToPage("/Manage/Summaries/Tasks", new { id })) : (version, refused);
    }

    /// <summary>The same with one of its findings.</summary>
    public async Task<(Finding? Finding, IActionResult? Refused)> FindFindingAsync(PageModel page, long id, long findingId, CancellationToken ct)
    {
        var (draft, refused) = await FindDraftAsync(page, id, ct);
        if (draft is null) return (null, refused);
        return draft.Findings.Find(f => f.Id == findingId) is { } finding ? (finding, null) : (null, page.NotFound());
    }
}

using CommunityVoice.Summaries;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Manage.Summaries;

/// <summary>Finds the version that an editor's page is about, and refuses whoever writes it for no body.</summary>
public sealed class DraftAtHand(SummaryDrafts drafts, SummaryWriters writers)
{
    /// <summary>The version, or the answer that refuses it.</summary>
    public async Task<(SummaryVersion? Version, IActionResult? Refused)> FindAsync(PageModel page, long id, CancellationToken ct)
    {
        if (await drafts.FindAsync(id, ct) is not { } version) return (null, page.NotFound());
        return await writers.MayWriteAsync(page.User.Id(), version.Summary, ct) ? (version, null) : (null, page.Forbid());
    }

    /// <summary>The same for the body whose it is: what becomes public, and who else is asked to write, is not for those who write it too.</summary>
    public async Task<(SummaryVersion? Version, IActionResult? Refused)> FindOwnAsync(PageModel page, long id, CancellationToken ct)
    {
        if (await drafts.FindAsync(id, ct) is not { } version) return (null, page.NotFound());
        return await writers.MayPublishAsync(page.User.Id(), version.Summary, ct) ? (version, null) : (null, page.Forbid());
    }

    /// <summary>The same of a draft; a published version leads to its page, where it can be corrected.</summary>
    public async Task<(SummaryVersion? Draft, IActionResult? Refused)> FindDraftAsync(PageModel page, long id, CancellationToken ct)
    {
        var (version, refused) = await FindAsync(page, id, ct);
        return version is { IsDraft: false } ? (null, page.RedirectToPage("/Manage/Summaries/Tasks", new { id })) : (version, refused);
    }

    /// <summary>The same of a draft, for the body whose it is.</summary>
    public async Task<(SummaryVersion? Draft, IActionResult? Refused)> FindOwnDraftAsync(PageModel page, long id, CancellationToken ct)
    {
        var (version, refused) = await FindOwnAsync(page, id, ct);
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

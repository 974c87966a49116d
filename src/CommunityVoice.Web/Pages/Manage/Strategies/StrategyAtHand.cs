using CommunityVoice.Data;
using CommunityVoice.Strategies;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.Strategies;

/// <summary>Finds the version that an author's page is about, and refuses whoever does not write for its board.</summary>
public sealed class StrategyAtHand(CommunityVoiceDb db, StrategyDrafts drafts)
{
    /// <summary>The version, or the answer that refuses it.</summary>
    public async Task<(StrategyVersion? Version, IActionResult? Refused)> FindAsync(PageModel page, long id, CancellationToken ct)
    {
        if (await drafts.FindAsync(id, ct) is not { } version) return (null, page.NotFound());
        return await drafts.MayWriteAsync(page.User.Id(), version.Strategy, ct) ? (version, null) : (null, page.Forbid());
    }

    /// <summary>The same of a draft; a published version leads to its page, where the next one can be begun.</summary>
    public async Task<(StrategyVersion? Draft, IActionResult? Refused)> FindDraftAsync(PageModel page, long id, CancellationToken ct)
    {
        var (version, refused) = await FindAsync(page, id, ct);
        return version is { IsDraft: false } ? (null, page.RedirectToPage("/Manage/Strategies/Tasks", new { id })) : (version, refused);
    }

    /// <summary>Saves with an entry in the record; false, with an error on the page, when somebody else saved in the same instant.</summary>
    public async Task<bool> SaveAsync(PageModel page, StrategyVersion version, string what, string? detail, CancellationToken ct)
    {
        drafts.Record(version, what, detail, page.User.Id());
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            page.ModelState.AddModelError("", "Somebody else changed this draft at the same moment. Save again");
            return false;
        }
        catch (DbUpdateException e) when (CommunityVoiceDb.IsUniqueViolation(e))
        {
            page.ModelState.AddModelError("", "Somebody else added something to this draft at the same moment. Save again");
            return false;
        }
    }
}

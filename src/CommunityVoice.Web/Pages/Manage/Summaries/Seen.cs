using CommunityVoice.Data;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.Summaries;

/// <summary>
/// Lets two editors notice one another: a form carries a mark of what it showed, and saving compares it with what is there now.
/// The second is told and keeps their text. Other parts of the same draft may change meanwhile.
/// </summary>
internal static class Seen
{
    public static string Of(params ReadOnlySpan<string> texts) => Hashes.Sha256(texts)[..16];

    /// <summary>Says that somebody else was here, and lets the next save go through with this editor's words.</summary>
    public static void Tell(PageModel page, string field, string words, Action agree)
    {
        page.ModelState.AddModelError(field, $"{words}. Your own text is kept here: save again to replace theirs");
        page.ModelState.Remove("Input.Seen"); // so that the form shows the new mark and not the one it came with
        agree();
    }

    /// <summary>Saves; false, with an error on the page, when somebody else saved in the same instant.</summary>
    public static async Task<bool> SaveAsync(CommunityVoiceDb db, PageModel page, CancellationToken ct)
    {
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
    }
}

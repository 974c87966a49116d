using CommunityVoice.Areas;
using CommunityVoice.Data;
using CommunityVoice.Elements;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.Elements;

/// <summary>What the forms of elements offer to choose from.</summary>
public sealed class ElementChoices(CommunityVoiceDb db, ElementDesk desk, TimeProvider clock)
{
    /// <summary>The areas whose elements this person keeps, widest first; nothing where there are none.</summary>
    public async Task<IReadOnlyList<SelectListItem>?> AreasAsync(Guid personId, CancellationToken ct)
    {
        var mine = await desk.AreasAsync(personId, ct);
        if (mine.Count == 0) return null;
        var offered = await db.Areas.AsNoTracking().KnownToPeople().HoldingOn(UkTime.Today(clock)).Where(a => mine.Contains(a.Id)).OrderBy(a => a.Name).ThenBy(a => a.Id).ToListAsync(ct);
        return [.. offered.OrderByDescending(a => a.Level).Select(a => new SelectListItem(a.Name, $"{a.Id}"))]; // the database keeps levels as words
    }

    /// <summary>The bodies that can provide something, with the one that does, although it may have ended.</summary>
    public async Task<IReadOnlyList<SelectListItem>> BodiesAsync(long? kept, CancellationToken ct)
    {
        var today = UkTime.Today(clock);
        return await db.Bodies.AsNoTracking().Where(b => b.EndsOn == null || today < b.EndsOn || b.Id == kept).OrderBy(b => b.Name).ThenBy(b => b.Id)
            .Select(b => new SelectListItem(b.Name, $"{b.Id}")).ToListAsync(ct);
    }
}

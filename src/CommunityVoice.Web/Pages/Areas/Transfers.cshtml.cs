using CommunityVoice.Areas;
using CommunityVoice.Data;
using CommunityVoice.Strategies;
using CommunityVoice.Web.Caching;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Areas;

/// <summary>The ledger of money that bodies of an area, and of what it contains, handed on or got, with what each gave and got.</summary>
public sealed class TransfersModel(CommunityVoiceDb db, TransferLedgers ledgers) : PageModel
{
    private const int PageSize = 50;

    public Area Area { get; private set; } = null!;
    public TransferLedger Ledger { get; private set; } = null!;

    /// <summary>One page of its entries, the newest first.</summary>
    public IReadOnlyList<LedgerEntryRow> Entries { get; private set; } = [];
    public string? Next { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, int? skip, CancellationToken ct)
    {
        if (await db.Areas.AsNoTracking().KnownToPeople().SingleOrDefaultAsync(a => a.Slug == slug, ct) is not { } area) return NotFound();
        (Area, Ledger) = (area, await ledgers.OfAsync(area, ct));
        var from = Math.Max(skip ?? 0, 0);
        Entries = [.. Ledger.Entries.Reverse().Skip(from).Take(PageSize)];
        if (Ledger.Entries.Count > from + PageSize) Next = $"/areas/{slug}/transfers?skip={from + PageSize}";
        HttpContext.ShowsPages([PageTag.Area(area.Id), PageTag.Lists], ["skip"]);
        return Page();
    }
}

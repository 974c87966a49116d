using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.Transfers;

/// <summary>An entry in the list of those who write budgets.</summary>
public sealed record TransferRow(long Id, DateOnly On, string From, string To, long Pence, string For, bool TakesBack, bool IsTakenBack);

/// <summary>Money handed on by bodies at the levels whose budgets this person writes, entered last first.</summary>
[Uses(Capability.Plan)]
public sealed class IndexModel(CommunityVoiceDb db, Permissions permissions) : PageModel
{
    private const int PageSize = 50;

    public IReadOnlyList<TransferRow> Transfers { get; private set; } = [];
    public string? Next { get; private set; }
    [TempData] public string? Done { get; set; }

    public async Task OnGetAsync(long? before, CancellationToken ct)
    {
        var mine = await permissions.AreasAsync(User.Id(), Capability.Plan, ct);
        var found = await db.ResourceTransfers.AsNoTracking().Where(t => mine.Contains(t.FromAreaId) && (before == null || t.Id < before)).OrderByDescending(t => t.Id).Take(PageSize + 1)
            .Select(t => new TransferRow(t.Id, t.On, t.From.Name, t.To.Name, t.Pence, t.For, t.ReversesId != null, db.ResourceTransfers.Any(r => r.ReversesId == t.Id))).ToListAsync(ct);
        Transfers = [.. found.Take(PageSize)];
        if (found.Count > PageSize) Next = $"/manage/transfers?before={Transfers[^1].Id}";
    }
}

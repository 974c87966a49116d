using System.Text;
using CommunityVoice.Bodies;
using CommunityVoice.Strategies;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Manage.Strategies;

/// <summary>The budget lines of a version as a file, for its authors: to change elsewhere and bring in again.</summary>
[Uses(Capability.Plan)]
public sealed class FileModel(StrategyAtHand strategies) : PageModel
{
    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct)
    {
        var (version, refused) = await strategies.FindAsync(this, id, ct);
        return version is null ? refused! : File(Encoding.UTF8.GetBytes(BudgetCsv.Write(version)), "text/csv; charset=utf-8", $"{version.Strategy.Slug}-v{version.Number}-money.csv");
    }
}

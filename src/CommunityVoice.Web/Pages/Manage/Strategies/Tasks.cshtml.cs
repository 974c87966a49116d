using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Strategies;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Manage.Strategies;

/// <summary>A draft with its actions and its money; or what can be done with a published version.</summary>
[Uses(Capability.Plan)]
public sealed class TasksModel(StrategyAtHand strategies, StrategyDrafts drafts) : PageModel
{
    private IReadOnlyList<Lack> lacks = [];

    public StrategyVersion Version { get; private set; } = null!;

    /// <summary>Whether they act for its board, which publishes and asks others to write too.</summary>
    public bool MayPublish { get; private set; }

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct)
    {
        var (version, refused) = await strategies.FindAsync(this, id, ct);
        if (version is null) return refused!;
        (Version, lacks, MayPublish) = (version, StrategyLacks.Of(version), await drafts.MayPublishAsync(User.Id(), version.Strategy, ct));
        return Page();
    }

    public bool Lacks(StrategyAction action) => lacks.Any(l => l.Field == StrategyLacks.Field(action));
}

using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Summaries;
using CommunityVoice.Voting;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Manage.Summaries;

/// <summary>Chooses the results a finding rests on.</summary>
[Uses(Capability.Publish)]
public sealed class ResultsModel(CommunityVoiceDb db, DraftAtHand drafts, EvidencePicker picker) : PageModel
{
    [BindProperty] public List<long> Ids { get; set; } = [];

    public Finding Finding { get; private set; } = null!;
    public IReadOnlyList<Priority> Found { get; private set; } = [];

    public bool IsCited(Priority priority) => Finding.Citations.Exists(c => c.PriorityId == priority.Id);

    public async Task<IActionResult> OnGetAsync(long id, long findingId, CancellationToken ct) => await FindAsync(id, findingId, ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(long id, long findingId, CancellationToken ct)
    {
        if (await FindAsync(id, findingId, ct) is { } refused) return refused;
        if (Ids.Count == 0) ModelState.AddModelError("Ids", "Choose at least one result");
        if (!ModelState.IsValid) return this.PageWithErrors();
        foreach (var priority in Found.Where(p => Ids.Contains(p.Id))) Finding.Version.Cite(Finding, priority);
        return await Seen.SaveAsync(db, this, ct) ? RedirectToPage("Finding", new { id, findingId }) : this.PageWithErrors();
    }

    private async Task<IActionResult?> FindAsync(long id, long findingId, CancellationToken ct)
    {
        var (finding, refused) = await drafts.FindFindingAsync(this, id, findingId, ct);
        if (finding is null) return refused;
        Finding = finding;
        Found = await picker.ResultsAsync(finding.Version.Summary.ConsultationId, ct);
        return null;
    }
}

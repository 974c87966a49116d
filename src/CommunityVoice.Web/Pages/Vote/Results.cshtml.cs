using System.Globalization;
using CommunityVoice.Chains;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Voting;
using CommunityVoice.Web.Caching;
using CommunityVoice.Web.Chains;
using CommunityVoice.Web.Voting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Vote;

/// <summary>What people put first: the sealed tally and what was worked out from it, with who decides and how to check it.</summary>
[AllowAnonymous]
public sealed class ResultsModel(BallotResults results, OptionOrigins origins, GoldenThreads threads, ExclusionCounts exclusions, CommunityVoiceDb db, TimeProvider clock) : PageModel
{
    public ResultsView View { get; private set; } = null!;
    public BallotResult Result => View.Result;
    public Ballot Ballot => Result.Ballot;
    public IReadOnlyList<LeftOutCount> LeftOut { get; private set; } = [];

    /// <summary>What findings, recommendations, actions and money rest on it; none with too few people.</summary>
    public ChainReading CameOf { get; private set; } = null!;
    public bool IsLate { get; private set; }
    public bool HasEnded { get; private set; }
    public bool WasElsewhere => Ballot.SealedEntries == 0 && Ballot.HasMarks && Ballot.SealedPapers > 0;

    public string Heading => (Ballot.HasMarks ? "What people agree on" : "What people put first") + (Result.IsFinal ? "" : " so far");

    public async Task<IActionResult> OnGetAsync(long id, bool late, string? by, string? from, CancellationToken ct)
    {
        if (await results.OfAsync(id, ct) is not { } found) return NotFound();
        var cut = Enum.TryParse<ResultsCut>(by, ignoreCase: true, out var asked) && Enum.IsDefined(asked) ? asked : ResultsCut.Everyone;
        var terms = await db.DisclosureAssessments.TermsAsync(found.Ballot.ConsultationId, Dataset.Breakdowns, ct);
        View = new(found, terms, cut, int.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out var start) ? start : 1);
        (IsLate, HasEnded) = (late, found.Ballot.HasEndedAt(clock.GetUtcNow()));
        if (!found.HasTooFew) await ReadAroundAsync(ct);
        HttpContext.ShowsPages(Ballot.PageTags, ["late", "by", "from"], HasEnded ? null : Ballot.EndsAt);
        return Page();
    }

    // What people said is not told here: a page costs the same however much that is.
    private ChainQuestion AskedOf => new(ChainKind.Ballot, Ballot.Id) { Steps = [ChainKind.Finding, ChainKind.Recommendation, ChainKind.Action, ChainKind.Line] };

    private async Task ReadAroundAsync(CancellationToken ct)
    {
        LeftOut = await exclusions.PapersAsync(Ballot.Id, ct);
        if (View.Cut == ResultsCut.Everyone) View.Origins = await origins.OfAsync(View.Listed, ct);
        CameOf = new((await threads.FindAsync(AskedOf, ct))!, UkTime.Today(clock));
    }
}

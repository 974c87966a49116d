using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Summaries;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Manage.Summaries;

/// <summary>One thing to do on a draft, and whether it is done.</summary>
public sealed record DraftTask(string Words, string Href, bool IsDone, bool IsRequired);

/// <summary>The draft as a list of tasks, to be done in any order; or what became of a published version.</summary>
[Uses(Capability.Publish)]
public sealed class TasksModel(DraftAtHand drafts, SummaryWriters writers) : PageModel
{
    public SummaryVersion Version { get; private set; } = null!;
    public IReadOnlyList<DraftTask> Tasks { get; private set; } = [];

    /// <summary>Whether they act for the body whose it is, which publishes and asks others to write too.</summary>
    public bool MayPublish { get; private set; }

    /// <summary>Whether a later version was started already.</summary>
    public bool HasLater { get; private set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct)
    {
        var (version, refused) = await drafts.FindAsync(this, id, ct);
        if (version is null) return refused!;
        (Version, MayPublish) = (version, await writers.MayPublishAsync(User.Id(), version.Summary, ct));
        var lacks = PublishingLacks.Of(version);
        var at = $"/manage/summaries/{id}";
        bool Lacks(Predicate<Lack> of) => lacks.Any(l => of(l));
        Tasks =
        [
            new("Title and date of the answer", $"{at}/title", version.ResponseDueOn is not null, Lacks(l => l.Field == PublishingLacks.Answer)),
            .. SectionTemplate.All.Select(s => new DraftTask(s.Heading, $"{at}/sections/{s.Kind.ToString().ToLowerInvariant()}", !string.IsNullOrWhiteSpace(version.Text(s.Kind)), s.IsRequired)),
            new($"Findings, and what they rest on ({version.Findings.Count})", $"{at}/findings", !Lacks(l => l.Field == PublishingLacks.Findings || l.Field.StartsWith("Finding.", StringComparison.Ordinal)), true),
            new($"Recommendations, each to one organisation ({version.Recommendations.Count})", $"{at}/recommendations", version.Recommendations.Count > 0 && !Lacks(l => l.Field.StartsWith("Recommendation.", StringComparison.Ordinal)), false),
            new("Method in short", $"{at}/method", !Lacks(l => l.Field == PublishingLacks.Method), true),
            new("Figures", $"{at}/figures", !Lacks(l => l.Field == PublishingLacks.Figures), true),
            .. MayPublish ? Others(version, at) : [],
        ];
        return Page();
    }

    // What only the body whose it is asks of others.
    private static DraftTask[] Others(SummaryVersion version, string at)
    {
        var writing = version.Summary.CoAuthorsOf(version).Count();
        return
        [
            new($"Authors who write it too ({writing})", $"{at}/authors", writing > 0, false),
            new($"Partners who sign ({version.Partners.Count})", $"{at}/partners", version.Partners.Count > 0, false),
            new($"Fact-check ({version.FactChecks.Sum(c => c.Comments.Count(x => x.Decision is null))} to decide)", $"{at}/fact-checks", version.FactChecks.Count > 0, false),
        ];
    }
}

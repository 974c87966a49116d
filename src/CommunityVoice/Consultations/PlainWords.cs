using CommunityVoice.Analysis.Text;
using CommunityVoice.Content;
using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Consultations;

/// <summary>What a writer may want to look at again before people read it; nothing of it stands in the way of publishing (rule R-A6).</summary>
public sealed record PlainWords(IReadOnlyList<string> Unexplained, int Questions)
{
    public const int MostQuestions = 10;

    public bool AsksTooMuch => Questions > MostQuestions;

    /// <summary>Of everything that a consultation shows: its texts, its papers, and what its ballots offer. A ballot asks one question at least.</summary>
    public static async Task<PlainWords> OfAsync(Consultation c, CommunityVoiceDb db, Glossary glossary, CancellationToken ct)
    {
        var ballots = await db.Ballots.AsNoTracking().Include(b => b.Priorities).Where(b => b.ConsultationId == c.Id).OrderBy(b => b.Id).ToListAsync(ct);
        var papers = await db.Documents.AsNoTracking().Where(d => d.ConsultationId == c.Id).OrderBy(d => d.Order).SelectMany(d => d.Sections).OrderBy(s => s.Id).Select(s => new { s.Heading, s.Body }).ToListAsync(ct);
        string[] own = [c.Title, c.Question, c.Why, c.CanChange, c.CannotChange, c.Options, c.CostsAndImpacts];
        string[] others = [c.DecisionMaker, c.PlannedAudience, c.EndsDiscrimination, c.AdvancesOpportunity, c.FostersRelations, c.Mitigations];
        var asked = Math.Max(1, own.Sum(ShortForms.Questions)) + ballots.Sum(b => Math.Max(1, ShortForms.Questions(b.Title)));
        return new(glossary.UnexplainedIn([.. own, .. others, .. papers.SelectMany(p => new[] { p.Heading, p.Body }), .. ballots.SelectMany(b => b.Priorities.SelectMany(p => new[] { p.Title, p.Detail }).Prepend(b.Title))]), asked);
    }

    /// <summary>Of a summary, whose version was loaded with all that it says.</summary>
    public static IReadOnlyList<string> UnexplainedIn(Summaries.SummaryVersion version, Glossary glossary) => glossary.UnexplainedIn(
        [version.Title, .. version.Sections.OrderBy(s => s.Kind).Select(s => s.Body), .. version.InOrder.SelectMany(f => new[] { f.Heading, f.Body }), .. version.Recommendations.OrderBy(r => r.Number).SelectMany(r => new[] { r.Ask, r.Rationale, r.Measure })]);
}

using CommunityVoice.Data;
using CommunityVoice.Determinants;
using CommunityVoice.Skills;
using CommunityVoice.Strategies;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.News;

/// <summary>What happened to strategies and their actions, worked out from their versions.</summary>
public sealed class StrategyNews(CommunityVoiceDb db, MoneyLists lists, SkillList skills, DeterminantList determinants)
{
    private const int Most = 20;

    /// <summary>The newest versions that were published, newest first.</summary>
    public static async Task<IReadOnlyList<NewsItem>> NewestAsync(IQueryable<StrategyVersion> of, CancellationToken ct)
    {
        var versions = await of.AsNoTracking().Where(v => v.PublishedAt != null).OrderByDescending(v => v.PublishedAt).ThenByDescending(v => v.Id).Take(Most)
            .Select(v => new { v.Id, v.Number, v.Title, v.Why, By = v.Strategy.By.Name, v.Strategy.Slug, At = v.PublishedAt!.Value }).ToListAsync(ct);
        return [.. versions.Select(v => new NewsItem(
            $"strategy-version-{v.Id}", v.At, $"{(v.Number == 1 ? "Published" : "Changed")}: {v.Title}", v.Why ?? $"A strategy by {v.By}.", v.Number == 1 ? $"/strategies/{v.Slug}" : $"/strategies/{v.Slug}/changes"))];
    }

    /// <summary>New assessments of needs that strategies have to be looked at for, and what was decided, newest first.</summary>
    public static async Task<IReadOnlyList<NewsItem>> OfNeedsAsync(IQueryable<RevisionQuestion> of, CancellationToken ct)
    {
        var questions = await of.AsNoTracking().Where(q => q.Assessment.TakenBackAt == null).OrderByDescending(q => q.DecidedAt ?? q.Assessment.RecordedAt).ThenByDescending(q => q.Id).Take(Most)
            .Select(q => new { q.Id, q.AssessmentId, q.Assessment.Title, q.Assessment.RecordedAt, Strategy = q.Version.Title, q.Strategy.Slug, By = q.Strategy.By.Name, q.Revises, q.Reason, q.DecidedAt }).ToListAsync(ct);
        return [.. questions.SelectMany(q =>
        {
            var (key, path) = ($"revision-{q.Id}", $"/strategies/{q.Slug}#needs-{q.AssessmentId}");
            var recorded = new NewsItem(key, q.RecordedAt, $"New assessment of needs: {q.Title}", $"{q.By} has to decide whether to revise “{q.Strategy}”.", path);
            return q.DecidedAt is not { } decided ? [recorded]
                : new[] { new NewsItem($"{key}-decided", decided, $"{StrategyWords.RevisionWord(q.Revises)}: {q.Strategy}", $"After “{q.Title}”. {q.Reason}", path), recorded };
        })];
    }

    /// <summary>What was reported on an action, and how it changed from one published version to the next, newest first; also that it was taken out, and whether its strategy is to be revised.</summary>
    public async Task<IReadOnlyList<NewsItem>> OfActionAsync(long strategyId, int number, CancellationToken ct)
    {
        var versions = await db.StrategyVersions.AsNoTrackingWithIdentityResolution().Whole().Where(v => v.StrategyId == strategyId && v.PublishedAt != null)
            .OrderByDescending(v => v.Number).Take(Most).ToListAsync(ct);
        var needs = await OfNeedsAsync(db.RevisionQuestions.Where(q => q.StrategyId == strategyId), ct); // whoever follows an action follows its strategy
        return [.. Reported(versions, number).Concat(versions.Zip(versions.Skip(1)).Select(pair => Between(pair.Second, pair.First, number)).OfType<NewsItem>()).Concat(needs).OrderByDescending(n => n.At)];
    }

    private static IEnumerable<NewsItem> Reported(IReadOnlyList<StrategyVersion> versions, int number)
    {
        if (versions.Select(v => v.Actions.Find(a => a.Number == number)).OfType<StrategyAction>().FirstOrDefault() is not { } action) return [];
        var strategy = versions[0].Strategy;
        return strategy.ReportsOn(number).Take(Most).Select(r => new NewsItem(
            $"strategy-{strategy.Id}-action-{number}-report-{r.Id}", r.At, $"{r.State.Word()}: {action.Title}", new[] { r.Now, r.Reason, r.Before }.First(t => t.Length > 0), $"/strategies/{strategy.Slug}#action-{number}"));
    }

    private NewsItem? Between(StrategyVersion from, StrategyVersion to, int number)
    {
        var changes = StrategyChanges.Between(from, to, lists, skills, determinants);
        NewsItem Item(string title, string words) => new($"strategy-version-{to.Id}-action-{number}", to.PublishedAt!.Value, title, words, $"/strategies/{to.Strategy.Slug}/changes");
        if (changes.RemovedActions.FirstOrDefault(a => a.Number == number) is { } removed) return Item($"Taken out: {removed.Title}", $"{to.Title} was changed. {to.Why}".Trim());
        var lines = changes.AddedLines.Concat(to.Lines.Where(l => changes.ChangedLines.Any(c => c.Number == l.Number))).Any(l => l.Action?.Number == number)
            || changes.RemovedLines.Any(l => l.Action?.Number == number);
        var words = changes.ChangedActions.FirstOrDefault(a => a.Number == number)?.Words.Select(w => w.What) ?? [];
        string[] changed = [.. words, .. lines ? ["Money"] : Array.Empty<string>()];
        return changed.Length == 0 || to.Actions.Find(a => a.Number == number) is not { } action ? null : Item($"Changed: {action.Title}", $"What changed: {string.Join(", ", changed.Select(c => char.ToLowerInvariant(c[0]) + c[1..]))}. {to.Why}".Trim());
    }
}

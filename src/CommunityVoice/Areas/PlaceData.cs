using CommunityVoice.Analysis;
using CommunityVoice.OpenData;
using CommunityVoice.Themes;
using CommunityVoice.Voting;

namespace CommunityVoice.Areas;

/// <summary>Who was heard in a place. The totals are exact; everything broken down is protected. NotHeard: groups that were asked about and that nobody spoke for.</summary>
public sealed record HeardData(int People, int Comments, string Note, IReadOnlyList<GroupData> ByVoice, IReadOnlyList<GroupData> ByArea, IReadOnlyList<GroupData> ByChannel, IReadOnlyList<string> NotHeard)
{
    internal static HeardData Of(AreaOverview overview)
    {
        var facts = overview.Facts;
        return new(
            overview.Tally?.People ?? 0, overview.Tally?.Comments ?? 0, Breakdown.Note,
            facts.ByVoice is { } voices ? GroupData.Of(voices) : [],
            [.. facts.Reach.Select(r => new GroupData(r.Name, ShownCount.Of(r.Words), Shares.Round(r.Share), r.ShareWords))],
            facts.ByChannel is { } channels ? GroupData.Of(channels) : [],
            [.. facts.ByVoice?.NotHeard ?? [], .. facts.Reach.Where(r => r.IsSilent).Select(r => r.Name)]);
    }
}

/// <summary>A consultation in a place.</summary>
public sealed record PlaceConsultation(string Slug, string Title, string Area, DateOnly? OpensOn, DateOnly? ClosesOn, int Comments, int People, string Path);

/// <summary>The first priorities of a ballot in a place; the results have all.</summary>
public sealed record PlaceResult(long Ballot, string Title, string Consultation, bool IsFinal, int People, string Notice, IReadOnlyList<PlacePriority> Priorities, string Path)
{
    /// <summary>In votes on statements, what people of different minds agree on.</summary>
    public IReadOnlyList<PlaceAgreed> CommonGround { get; init; } = [];
}

/// <summary>What people put first: how many chose it, or agreed, and what share of those who took part that is.</summary>
public sealed record PlacePriority(string Title, int Place, int People, double Share, double Low, double High)
{
    /// <summary>If each area counted by how many people live in it; none where the page shows none.</summary>
    public PlaceReweighted? Reweighted { get; init; }
}

/// <summary>A share reweighted to who lives in the place, beside the share as counted among the same people.</summary>
public sealed record PlaceReweighted(double AsCounted, double Share, double Low, double High);

/// <summary>A statement on which groups that otherwise answer differently lean the same way. Side: agree or disagree. People: those who took it, of all who marked it.</summary>
public sealed record PlaceAgreed(string Title, string Side, int People, int Marked, double Share);

/// <summary>A vote beside the one before it on some of the same things. New: what was not offered last time.</summary>
public sealed record PlaceRound(string Consultation, int People, int PeopleBefore, IReadOnlyList<PlaceMove> Moves, IReadOnlyList<string> New, string Path, string PathBefore);

/// <summary>What changed since the last time. Since: when the last summary was published, after which the new themes came up; none where there is no summary.</summary>
public sealed record PlaceChanges(IReadOnlyList<PlaceRound> Rounds, IReadOnlyList<PlaceTheme> NewThemes, DateTimeOffset? Since)
{
    internal static PlaceChanges Of(AreaChanges changes) => new([.. changes.Rounds.Select(Round)], [.. changes.NewThemes.Select(PlaceTheme.Of)], changes.Since);

    private static PlaceRound Round(RoundMoves round) => new(
        round.Now.Ballot.Consultation.Title, round.Now.People ?? 0, round.Before.People ?? 0,
        [.. round.Moves.Select(m => m with { Share = Shares.Round(m.Share), ShareBefore = Shares.Round(m.ShareBefore) })], round.New,
        $"/ballots/{round.Now.Ballot.Id}/results", $"/ballots/{round.Before.Ballot.Id}/results");
}

/// <summary>A theme with the comments behind it.</summary>
public sealed record PlaceTheme(string Name, int Comments, string Path)
{
    /// <summary>Above places, the themes of its name that share this row; a comment with several of them counts once in it.</summary>
    public IReadOnlyList<ThemePart> Parts { get; init; } = [];

    internal static PlaceTheme Of(ThemeCount theme) => new(theme.Name, theme.Comments, theme.Path) { Parts = theme.Parts };
}

/// <summary>Something that has a page, by its title.</summary>
public sealed record TitleData(string Title, string Path);

/// <summary>What waits for an answer, of whom, and until when, where there is a last day: a recommendation, a decision, a question, what was brought before another body, or whether a strategy is revised.</summary>
public sealed record PlaceWaiting(string Kind, string Ask, string Body, DateOnly? DueOn, string State, string Path);

/// <summary>A published strategy for the place, with its money in pence.</summary>
public sealed record PlaceStrategy(string Title, string By, int Actions, long Pence, string Path);

/// <summary>An idea that a body took on.</summary>
public sealed record PlaceIdea(string Title, string AdoptedBy, DateTimeOffset AdoptedAt);

/// <summary>Who may do what here, under which label and on what basis.</summary>
public sealed record PlaceRemit(string Label, string Body, string BodySlug, string Area, string LegalBasis, DateOnly StartsOn, DateOnly? EndsOn);

/// <summary>A part that is left out of every figure here, and why.</summary>
public sealed record PlaceLeftOut(string Part, string PartSlug, IReadOnlyList<string> Bodies, string Because);

/// <summary>A place's overview as open data: what its page shows.</summary>
public sealed record PlaceData(
    string Slug, string Name, string Level, string? Code, int? Population, string Path, IReadOnlyList<AreaName> Within, IReadOnlyList<AreaName> Contains, IReadOnlyList<AreaName> Overlaps,
    HeardData Heard, IReadOnlyList<PlaceConsultation> Consultations, IReadOnlyList<PlaceResult> Results, IReadOnlyList<PlaceTheme> Themes, IReadOnlyList<TitleData> Summaries,
    IReadOnlyList<PlaceWaiting> Waiting, IReadOnlyList<PlaceStrategy> Strategies, IReadOnlyList<PlaceIdea> Ideas, IReadOnlyList<PlaceRemit> Remits)
{
    /// <summary>How many priorities of each ballot the page shows.</summary>
    public const int TopPriorities = 5;

    /// <summary>How many wait for an answer; the list holds the first.</summary>
    public int WaitingInAll { get; init; }

    /// <summary>How many there are of everything else that is listed; each list holds the first.</summary>
    public OverviewTotals InAll { get; init; } = OverviewTotals.None;

    /// <summary>Places in votes against the vote before, and themes that came up since the last summary.</summary>
    public PlaceChanges Changes { get; init; } = new([], [], null);

    /// <summary>Parts of which nothing is shared here.</summary>
    public IReadOnlyList<PlaceLeftOut> LeftOut { get; init; } = [];

    /// <summary>What it includes changed a moment ago: who was heard is counted anew, and stands at nothing until then.</summary>
    public bool IsBeingCounted { get; init; }

    public PlaceMeetings? Meetings { get; init; }

    public PlaceStory Story { get; init; } = PlaceStory.None;

    /// <summary>Whether the money follows the voice, as the page says it in one line.</summary>
    public IReadOnlyList<PlaceMoney> Money { get; init; } = [];

    /// <summary>Where capacity is short.</summary>
    public IReadOnlyList<PlaceRisk> Risks { get; init; } = [];

    /// <summary>Its parts side by side. They add up, except where they overlap or something was asked across all of it.</summary>
    public IReadOnlyList<PlacePart> Parts { get; init; } = [];

    public static PlaceData Of(AreaOverview overview)
    {
        var area = overview.Area;
        return new(
            area.Slug, area.Name, DataCode.Of(area.Level), area.Code, area.Population, $"/areas/{area.Slug}",
            AreaName.Of(overview.Within), AreaName.Of(overview.Contains), AreaName.Of(overview.Overlaps),
            HeardData.Of(overview),
            [.. overview.Consultations.Select(c => new PlaceConsultation(c.Slug, c.Title, c.Area, c.OpensOn, c.ClosesOn, c.Comments, c.People, $"/consultations/{c.Slug}"))],
            [.. overview.Results.Where(r => !r.Result.HasTooFew).Select(Result)],
            [.. overview.Facts.Themes.Select(PlaceTheme.Of)],
            [.. overview.Summaries.Select(s => new TitleData(s.Title, $"/summaries/{s.Slug}"))],
            [.. overview.Waiting.Select(r => new PlaceWaiting(DataCode.Of(r.Kind), r.Text, r.Who, r.DueOn, DataCode.Of(r.State), r.Path))],
            [.. overview.Strategies.Select(s => new PlaceStrategy(s.Title, s.By, s.Actions, s.Pence, $"/strategies/{s.Slug}"))],
            [.. overview.Ideas.Select(i => new PlaceIdea(i.Title, i.AdoptedBy, i.AdoptedAt))],
            [.. overview.Remits.Select(r => new PlaceRemit(r.Label, r.Body, r.Slug, r.Area, r.LegalBasis, r.StartsOn, r.EndsOn))])
        {
            LeftOut = [.. overview.LeftOut.Select(l => new PlaceLeftOut(l.Part, l.PartSlug, l.Bodies, l.Because))],
            IsBeingCounted = overview.IsBeingCounted,
            Meetings = PlaceMeetings.Of(overview),
            Story = PlaceStory.Of(overview),
            WaitingInAll = overview.WaitingInAll,
            InAll = overview.Totals,
            Changes = PlaceChanges.Of(overview.Changes),
            Money = PlaceMoney.Of(overview),
            Risks = [.. overview.Facts.Risks.Select(PlaceRisk.Of)],
            Parts = [.. overview.Parts.Select(PlacePart.Of)],
        };
    }

    private static PlaceResult Result(OverviewResult vote)
    {
        var result = vote.Result;
        return new(
            result.Ballot.Id, result.Ballot.Title, result.Ballot.Consultation.Title, result.IsFinal, result.People!.Value, result.Ballot.Consultation.Advice(),
            [.. result.Priorities.Take(TopPriorities).Select(p => Priority(p, vote.Weighted))], $"/ballots/{result.Ballot.Id}/results")
        {
            CommonGround = [.. vote.CommonGround.Select(c => Agreed(c.Row, c.Agrees))],
        };
    }

    private static PlacePriority Priority(PriorityResult p, WeightedView? weighted) => new(p.Title, p.Place, p.People, Shares.Round(p.Share), Shares.Round(p.Range.Low), Shares.Round(p.Range.High))
    {
        Reweighted = weighted?.Options.FirstOrDefault(o => o.Option == p.Id) is { } row
            ? new(Shares.Round(row.Raw), Shares.Round(row.Weighted), Shares.Round(row.Low), Shares.Round(row.High)) : null,
    };

    private static PlaceAgreed Agreed(PriorityResult row, bool agrees) => new(
        row.Title, agrees ? "agree" : "disagree", agrees ? row.Agree : row.Disagree, row.People, Shares.Round(agrees ? row.Share : (double)row.Disagree / row.People));
}

/// <summary>One number of a place's overview, as a line of a file: what it counts, of what, and the number.</summary>
public sealed record PlaceLine(string Section, string Item, string Measure, ShownCount? Count, double? Share, string Path)
{
    /// <summary>Of a theme that several share, each of them.</summary>
    public IReadOnlyList<ThemePart> Parts { get; init; } = [];

    public static IEnumerable<PlaceLine> Of(PlaceData place)
    {
        if (!place.IsBeingCounted)
        {
            yield return Exact("heard", "Everybody", "people", place.Heard.People, place.Path);
            yield return Exact("heard", "Everybody", "comments", place.Heard.Comments, place.Path);
        }
        foreach (var group in place.Heard.ByVoice) yield return new("heardByVoice", group.Label, "turns", group.Count, group.Share, place.Path);
        foreach (var group in place.Heard.ByArea) yield return new("heardByArea", group.Label, "people", group.Count, group.Share, place.Path);
        foreach (var group in place.Heard.ByChannel) yield return new("heardByChannel", group.Label, "turns", group.Count, group.Share, place.Path);
        if (place.Meetings is { } apart)
        {
            yield return Exact("meetings", "Counted apart", "meetings", apart.Meetings, place.Path);
            yield return Exact("meetings", "Counted apart", "people", apart.People, place.Path);
        }
        foreach (var c in place.Consultations)
        {
            yield return Exact("consultations", c.Title, "comments", c.Comments, c.Path);
            yield return Exact("consultations", c.Title, "people", c.People, c.Path);
        }
        foreach (var result in place.Results)
        {
            yield return Exact("results", $"{result.Consultation}: {result.Title}", "people", result.People, result.Path);
            foreach (var p in result.Priorities)
            {
                yield return new("priorities", p.Title, "people", ShownCount.Of($"{p.People}"), p.Share, result.Path);
                if (p.Reweighted is { } row) yield return new("reweighted", p.Title, "share", null, row.Share, result.Path);
            }
            foreach (var c in result.CommonGround) yield return new("commonGround", c.Title, c.Side, ShownCount.Of($"{c.People}"), c.Share, result.Path);
        }
        foreach (var line in Changed(place.Changes)) yield return line;
        foreach (var theme in place.Themes) yield return Exact("themes", theme.Name, "comments", theme.Comments, theme.Path) with { Parts = theme.Parts };
        foreach (var s in place.Strategies) yield return Exact("strategies", s.Title, "actions", s.Actions, s.Path);
        foreach (var risk in place.Risks) yield return Exact("risks", $"{risk.Strategy}: {risk.Action}", "comments", risk.Comments, risk.Path);
        foreach (var part in place.Parts)
        {
            yield return Exact("parts", part.Name, "turns", part.Turns, part.Path);
            yield return Exact("parts", part.Name, "comments", part.Comments, part.Path);
        }
    }

    private static IEnumerable<PlaceLine> Changed(PlaceChanges changes)
    {
        foreach (var round in changes.Rounds)
        {
            foreach (var move in round.Moves)
            {
                yield return new("placeNow", $"{round.Consultation}: {move.Title}", "place", ShownCount.Of($"{move.Now}"), move.Share, round.Path);
                yield return new("placeLastTime", $"{round.Consultation}: {move.Title}", "place", ShownCount.Of($"{move.Before}"), move.ShareBefore, round.PathBefore);
            }
        }
        foreach (var theme in changes.NewThemes) yield return Exact("newThemes", theme.Name, "comments", theme.Comments, theme.Path) with { Parts = theme.Parts };
    }

    private static PlaceLine Exact(string section, string item, string measure, int number, string path) => new(section, item, measure, ShownCount.Of($"{number}"), null, path);
}

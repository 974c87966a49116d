using System.Globalization;
using CommunityVoice.Analysis;
using CommunityVoice.Areas;
using CommunityVoice.Data;
using CommunityVoice.Discussion;
using CommunityVoice.OpenData;
using CommunityVoice.People;
using CommunityVoice.Voting;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Summaries;

/// <summary>Counts a consultation's figures at a cut-off and freezes them in a version.</summary>
/// <remarks>
/// Who was heard, by voice and by area, passes through <see cref="Disclosure"/>. The priorities of a ballot and the comments of a theme
/// carry no attribute of anybody and can be counted by every reader, so they stand exact, small ones too: a single voice stays findable.
/// </remarks>
public sealed class Figures(CommunityVoiceDb db, AreaTree tree)
{
    /// <summary>Takes the figures as they are now into the draft; later comments and papers are not in them. The caller saves.</summary>
    public async Task FreezeAsync(SummaryVersion version, DateTimeOffset cutOff, CancellationToken ct)
    {
        var figures = await CountAsync(version.Summary.ConsultationId, cutOff, ct);
        version.Freeze(figures.Select(f => new Figure(version, f.Kind, f.Title, f.Data.ToJson())), cutOff);
    }

    /// <summary>The figures as freezing would take them.</summary>
    public async Task<IReadOnlyList<FigureView>> CountAsync(long consultationId, DateTimeOffset cutOff, CancellationToken ct)
    {
        var consultation = await db.Consultations.AsNoTracking().SingleAsync(c => c.Id == consultationId, ct);
        var within = await tree.WithinAsync(consultation.AreaId, UkTime.Day(cutOff), ct);
        var places = await db.Areas.AsNoTracking().Where(a => within.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => new AreaLinkRow(a.Name, a.Slug, a.Level), ct);
        var heard = await db.Comments.Where(c => c.ConsultationId == consultationId).HeardBy(cutOff).WhoAsync(places, ct);
        var figures = new List<FigureView>
        {
            new(FigureKind.HeardByVoice, "Who we heard from, by voice", HeardFigures.ByVoice(heard)),
            new(FigureKind.HeardByArea, "Who we heard from, by area", HeardFigures.ByArea(heard)),
        };
        if (heard.HasOtherChannels || heard.Meetings > 0) figures.Add(new(FigureKind.HeardByChannel, "Who we heard from, by how they told us", HeardFigures.ByChannel(heard)));
        var ballots = await db.Ballots.AsNoTracking().WithOffer().Include(b => b.Outcome).Where(b => b.ConsultationId == consultationId && b.OpensAt <= cutOff).OrderBy(b => b.Id).ToListAsync(ct);
        foreach (var ballot in ballots)
        {
            figures.Add(new(FigureKind.TopPriorities, ballot.Title, ballot.HasMarks ? Statements(ballot) : Priorities(ballot, cutOff)));
        }
        figures.Add(new(FigureKind.Themes, "What comments were about", await ThemesAsync(consultationId, cutOff, ct)));
        return figures;
    }

    private static FigureData Priorities(Ballot ballot, DateTimeOffset now)
    {
        var result = BallotResults.Of(ballot, now);
        if (result.People is not { } people) return TooFew();
        var rows = result.Priorities.Select(p => Row(p.Title, p.People, people, "person", "people", $"/ballots/{ballot.Id}/results")).ToList();
        var takeaway = result.Winner ?? (rows is [var first, ..] ? $"{first.Label} is first so far: {first.ShareWords} of {Count(people, "person", "people")} chose it." : "");
        return new(takeaway, $"{Count(people, "person", "people")} took part; {ResultOrder.Words(ballot.Method)}. {Advice}", "Priority", "People", false, rows);
    }

    private static FigureData Statements(Ballot ballot)
    {
        if (ballot.SealedPapers < BallotResult.FewestPeople) return TooFew();
        var rows = ballot.Priorities.Where(p => p.SealedPeople >= BallotResult.FewestPeople)
            .OrderByDescending(p => (double)p.SealedAgree / p.SealedPeople).ThenByDescending(p => p.SealedPeople).ThenBy(p => p.Id).Take(10)
            .Select(p => Row(p.Title, p.SealedAgree, p.SealedPeople, "person agreed", "people agreed", $"/ballots/{ballot.Id}/results")).ToList();
        var takeaway = rows is [var first, ..] ? $"Most agreed with: “{first.Label}” ({first.ShareWords} of those who answered it)." : "";
        return new(takeaway, $"{Count(ballot.SealedPapers, "person", "people")} answered at least one statement; shares are of those who answered each. {Advice}", "Statement", "Agreed", false, rows);
    }

    private async Task<FigureData> ThemesAsync(long consultationId, DateTimeOffset cutOff, CancellationToken ct)
    {
        var comments = db.Comments.Where(c => c.ConsultationId == consultationId).HeardBy(cutOff);
        var all = await comments.CountAsync(ct);
        var themes = await db.Codings.Where(c => c.ConsultationId == consultationId && comments.Any(x => x.Id == c.CommentId))
            .GroupBy(c => new { c.ThemeId, c.Theme.Name, c.Theme.Slug, Area = c.Theme.Area.Slug })
            .Select(g => new { g.Key.Name, g.Key.Slug, g.Key.Area, Comments = g.Count() })
            .OrderByDescending(t => t.Comments).ThenBy(t => t.Name).ToListAsync(ct);
        var rows = themes.Select(t => Row(t.Name, t.Comments, all, "comment", "comments", $"/areas/{t.Area}/themes/{t.Slug}")).ToList();
        var takeaway = rows is [var first, ..] ? $"{first.Label} came up most often, in {first.Words} of {all:N0}." : "";
        return new(takeaway, $"{Count(all, "comment", "comments")}; one comment can be about several things. How often something was said does not tell how much it matters.", "Theme", "Comments", false, rows);
    }

    private const string Advice = "This is advice, not a referendum: those who decide are named above.";

    private static FigureData TooFew() => new($"Fewer than {BallotResult.FewestPeople} people have taken part, so nothing is shown yet.", Advice, "Priority", "People", false, []);

    private static FigureRow Row(string label, int part, int whole, string one, string many, string? href)
    {
        var share = whole == 0 ? 0 : (double)part / whole;
        return new(label, Count(part, one, many), share, $"{Math.Round(share * 100, MidpointRounding.AwayFromZero).ToString(CultureInfo.InvariantCulture)}%", href);
    }

    internal static string Count(int number, string one, string many) => $"{number.ToString("N0", CultureInfo.GetCultureInfo("en-GB"))} {(number == 1 ? one : many)}";
}

/// <summary>Who was heard, through disclosure control.</summary>
public static class HeardFigures
{
    public static FigureData ByVoice(Heard heard) => Of(
        [.. heard.ByVoice.Select(v => new Group(v.Voice.Word(), v.People, Voice: v.Voice.ToString(), IsExpected: v.Voice is not (Voice.NotSaid or Voice.Other), IsLeftOutAtNought: v.Voice == Voice.NotSaid))], heard, "Voice");

    /// <summary>In which voices people spoke in several consultations, added up from what each publishes of itself, which changes only where nobody shows in the difference; none where none does.</summary>
    public static FigureData? ByVoice(IReadOnlyList<PublishedTable> each, int consultations)
    {
        if (each.Count == 0) return null;
        var (published, people) = (each.SelectMany(t => t.Rows).ToLookup(r => r.Label, r => ShownCount.Of(r.People), StringComparer.Ordinal), each.Sum(t => t.People));
        var rows = VoiceWords.SelfDeclared.Append(Voice.NotSaid).Select(v => (Voice: v, Row: AddUp(new(v.Word(), "", Voice: $"{v}"), [.. published[HeardTables.LabelOf(v)]], people)))
            .Where(r => r.Voice != Voice.NotSaid || r.Row.Words != "0").ToList();
        return AddedUp(each, consultations, "in the others it cannot be told yet", "Voice", rows.ConvertAll(r => r.Row)) with
        {
            NotHeard = [.. rows.Where(r => r.Voice != Voice.Other && r.Row.Words == "0").Select(r => r.Row.Label)],
        };
    }

    /// <summary>How people told us in several consultations, added up in the same way.</summary>
    public static FigureData? ByChannel(IReadOnlyList<PublishedTable> each, int consultations)
    {
        if (each.Count == 0) return null;
        var people = each.Sum(t => t.People);
        var rows = each.SelectMany(t => t.Rows).GroupBy(r => r.Label, StringComparer.Ordinal).Select(way => AddUp(new(way.Key, ""), [.. way.Select(r => ShownCount.Of(r.People))], people)).ToList();
        return AddedUp(each, consultations, "in the others everybody told us on this site, or it cannot be told yet", "How they told us", rows);
    }

    /// <summary>Largest first as far as numbers are shown; those that are hidden stand together by name, since a place among the others would tell how large they are.</summary>
    public static FigureData ByArea(Heard heard)
    {
        var figure = Of([.. heard.ByArea.OrderBy(a => a.Slug is null).ThenBy(a => a.Name, StringComparer.Ordinal)
            .Select(a => new Group(a.Name, a.People, Href: a.Slug is null ? null : $"/areas/{a.Slug}", IsExpected: a.Slug is not null))], heard, "Area");
        return figure with { Rows = [.. figure.Rows.OrderBy(r => r.Href is null).ThenByDescending(r => ShownCount.Of(r.Words).Number ?? 1)] };
    }

    /// <summary>How they told us; meetings stand beside it, since nobody is counted for them.</summary>
    public static FigureData ByChannel(Heard heard)
    {
        var figure = Of([.. heard.ByChannel.Select(c => new Group(c.Words, c.People))], heard, "How they told us");
        return heard.Meetings == 0 ? figure
            : figure with { Takeaway = $"{figure.Takeaway} Counted apart: {Figures.Count(heard.Meetings, "meeting", "meetings")} of about {Figures.Count(heard.AtMeetings, "person", "people")}{(heard.Meetings == 1 ? "" : " in all")}." };
    }

    private static FigureData Of(IReadOnlyList<Group> groups, Heard heard, string heading)
    {
        var breakdown = Disclosure.Protect([.. groups.Select(g => (g.Label, g.People))], heard.People);
        var rows = breakdown.Rows.Select((r, i) => (Row: new FigureRow(r.Label, r.Count.Words, r.Share, r.ShareWords, groups[i].Href, groups[i].Voice), Group: groups[i]))
            .Where(r => !r.Group.IsLeftOutAtNought || r.Row.Words != "0").Select(r => r.Row).ToList();
        // A nought that had to be hidden is not named beside the table either.
        var silent = groups.Where((g, i) => g.IsExpected && g.People == 0 && !breakdown.Rows[i].Count.IsHidden).Select(g => g.Label).ToList();
        return new(Takeaway(heard), Breakdown.Note, heading, "People", true, rows) { NotHeard = silent };
    }

    private static string Takeaway(Heard heard) => heard.People == 0 ? "Nobody has said anything yet."
        : $"{Figures.Count(heard.People, "person", "people")} wrote {Figures.Count(heard.Comments, "comment", "comments")}.";

    private static FigureData AddedUp(IReadOnlyList<PublishedTable> each, int consultations, string others, string heading, IReadOnlyList<FigureRow> rows) => new(
        each.Count == consultations ? "" : $"This tells of {each.Count} of {Figures.Count(consultations, "consultation", "consultations")}: {others}.",
        $"Added up from what each consultation shows: whoever spoke in several counts in each, and what is hidden there is not in it. {string.Join(' ', each.Select(t => t.Note).Distinct(StringComparer.Ordinal))}", heading, "People", true, rows);

    private static FigureRow AddUp(FigureRow row, IReadOnlyList<ShownCount> parts, int people)
    {
        var (sum, isHidden) = (parts.Sum(p => p.Number ?? 0), parts.Any(p => p.IsHidden));
        if (sum == 0) return row with { Words = isHidden ? HiddenWords : "0", Share = isHidden ? null : 0, ShareWords = isHidden ? "" : "0%" };
        var share = Math.Min(1, (double)sum / people);
        // Where a part is hidden the share is not known, only that it is not smaller.
        return row with
        {
            Words = string.Create(CultureInfo.GetCultureInfo("en-GB"), $"{(isHidden ? "at least " : "")}about {sum:N0}"),
            Share = isHidden ? null : share,
            ShareWords = isHidden ? "" : share.ToString("P0", CultureInfo.InvariantCulture).Replace(" ", "", StringComparison.Ordinal),
        };
    }

    private const string HiddenWords = "hidden";

    private sealed record Group(string Label, int People, string? Voice = null, string? Href = null, bool IsExpected = false, bool IsLeftOutAtNought = false);
}

using CommunityVoice.Areas;
using CommunityVoice.OpenData;

namespace CommunityVoice.Strategies;

/// <summary>
/// A strategy that is added up, in pence: the money of its lines that are not over, what another one tells of it, and what of it is counted. Over: the money of lines that ended, which is not.
/// Years: from the first start of its lines to their last end; empty where it has none.
/// </summary>
public sealed record AddedStrategyData(string Slug, string Title, int Version, string Area, string Years, long Pence, long ToldElsewhere, long Counted, long Over, string Path)
{
    internal static AddedStrategyData Of(AddedStrategy row)
    {
        var (version, strategy) = (row.Version, row.Version.Strategy);
        return new(strategy.Slug, version.Title, version.Number, strategy.Area.Slug, version.Years, row.Pence, row.ToldElsewhere, row.Counted, row.Over, $"/strategies/{strategy.Slug}/money");
    }
}

/// <summary>Money that goes to a setting, in pence. Setting: its code, as in budget lines.</summary>
public sealed record SettingMoney(string Setting, long Pence);

/// <summary>Money for an item of a framework, by the setting it goes to; the last one is linked to no item.</summary>
public sealed record ItemMoney(string? Framework, string? Item, string Title, long Pence, IReadOnlyList<SettingMoney> BySetting)
{
    public const string NoItem = "Linked to no priority";

    internal static IReadOnlyList<ItemMoney> Of(MoneyMatrix matrix) =>
    [
        .. matrix.Rows.Select(r => new ItemMoney(r.Item.Framework.Slug, r.Item.Code, r.Item.Title, r.Pence, By(matrix, r.BySetting))),
        new(null, null, NoItem, matrix.Unlinked, By(matrix, matrix.UnlinkedBySetting)),
    ];

    private static IReadOnlyList<SettingMoney> By(MoneyMatrix matrix, IReadOnlyList<long> pence) => [.. matrix.Settings.Zip(pence, (setting, p) => new SettingMoney(setting, p)).Where(s => s.Pence > 0)];
}

/// <summary>An item's share of what people chose beside its share of the money that is linked to an item. IsApart: they lie five points or more from one another.</summary>
public sealed record VoiceMoney(string Framework, string Item, string Title, double VoiceShare, double MoneyShare, long Pence, bool IsApart)
{
    internal static VoiceMoney Of(VoiceRow row) =>
        new(row.Item.Framework.Slug, row.Item.Code, row.Item.Title, Shares.Round(row.VoiceShare), Shares.Round(row.MoneyShare), row.Pence, row.IsGap);
}

/// <summary>Money that moves from one setting to another, in pence.</summary>
public sealed record FlowMoney(string From, string To, long Pence);

/// <summary>So many lines and their money in pence: of a shift, of a level, or of a span of years.</summary>
public sealed record LinesMoney(string? Code, string Name, int Lines, long Pence);

/// <summary>Where money moves, in pence. Terms: how long money for voluntary groups runs. AHead: for each person of the area; none where nobody counted them.</summary>
public sealed record ShiftMoney(
    long FromHospital, long HospitalToNeighbourhood, long ToVoluntary, long ToVoluntaryAYear, int VoluntaryGroups, long VoluntaryUnrestricted, int? People, long? AHead, long? VoluntaryAHeadAYear,
    IReadOnlyList<LinesMoney> Terms, IReadOnlyList<FlowMoney> Flows, IReadOnlyList<LinesMoney> Levels, IReadOnlyList<LinesMoney> Shifts)
{
    internal static ShiftMoney Of(MoneyAbove above, int? people)
    {
        var shift = above.Shift;
        return new(
            shift.FromHospital, shift.HospitalToNeighbourhood, shift.ToVoluntary, shift.ToVoluntaryAYear, shift.VoluntaryGroups, shift.VoluntaryUnrestricted,
            people, MoneyMatrix.AHead(shift.Total, people), MoneyMatrix.AHead(shift.ToVoluntaryAYear, people),
            [.. shift.Terms.Select(t => new LinesMoney(null, t.Words, t.Lines, t.Pence))],
            [.. shift.Flows.Select(f => new FlowMoney(f.From, f.To, f.Pence))],
            [.. shift.Levels.Select(l => new LinesMoney(DataCode.Of(l.Level), l.Level.Word(), l.Lines, l.Pence))],
            [.. above.Shifts.Select(s => new LinesMoney(s.Code.Length == 0 ? null : s.Code, s.Name, s.Lines, s.Pence))]);
    }
}

/// <summary>
/// Where the money of all strategies in an area above places goes, of lines that are not over, in pence. What two strategies tell of is counted once where they choose the same bodies or write the same names; where written names differ, it may be counted twice.
/// NotAddedUp: strategies whose years are over. Basis: votes, citedComments or nothing: where the share of voice comes from; Votes: those votes.
/// Pence is what is counted of the strategies, and what the items add up to; Shift is there while a strategy is added up.
/// </summary>
public sealed record SpendingData(
    string Area, long Pence, long ToldElsewhere, IReadOnlyList<AddedStrategyData> Strategies, IReadOnlyList<TitleData> NotAddedUp, string? Framework, IReadOnlyList<ItemMoney> Items, string Basis, IReadOnlyList<VoiceMoney> Voice,
    IReadOnlyList<TitleData> Votes, ShiftMoney? Shift, IReadOnlyList<TitleData> Without, IReadOnlyList<PlaceLeftOut> LeftOut)
{
    public static SpendingData Of(Spending spending) => spending is { Above: { } above, Voice: { } voice }
        ? new(
            spending.Area.Slug, above.Matrix.Total, above.ToldElsewhere, [.. above.Strategies.Select(AddedStrategyData.Of)], Over(spending), above.Items.Framework.Slug, ItemMoney.Of(above.Matrix),
            DataCode.Of(voice.Basis), voice.Basis == VoiceBasis.Nothing ? [] : [.. voice.Rows.Select(VoiceMoney.Of)],
            [.. voice.Ballots.Select(b => new TitleData($"{b.Consultation.Title}: {b.Title}", $"/ballots/{b.Id}/results"))], ShiftMoney.Of(above, spending.People),
            [.. spending.Without.Select(p => new TitleData(p.Name, $"/areas/{p.Slug}"))], LeftOutParts.Of(spending.LeftOut))
        : new(spending.Area.Slug, 0, 0, [], Over(spending), null, [], DataCode.Of(VoiceBasis.Nothing), [], [], null, [], LeftOutParts.Of(spending.LeftOut));

    private static IReadOnlyList<TitleData> Over(Spending spending) => [.. spending.Over.Select(v => new TitleData(v.Title, $"/strategies/{v.Strategy.Slug}/money"))];
}

/// <summary>The same, one number a line.</summary>
public sealed record SpendingLine(string Section, string Item, string? Code, long? Pence)
{
    public string? Framework { get; init; }
    public string? From { get; init; }
    public string? To { get; init; }
    public int? Lines { get; init; }
    public long? ToldElsewhere { get; init; }
    public double? VoiceShare { get; init; }
    public double? MoneyShare { get; init; }
    public string? Path { get; init; }

    public static IEnumerable<SpendingLine> Of(SpendingData data) =>
    [
        .. data.Strategies.Select(s => new SpendingLine("strategy", s.Title, s.Slug, s.Counted) { ToldElsewhere = s.ToldElsewhere, Path = s.Path }),
        .. data.Items.Select(i => new SpendingLine("priority", i.Title, i.Item, i.Pence) { Framework = i.Framework }),
        .. data.Items.SelectMany(i => i.BySetting.Select(s => new SpendingLine("prioritySetting", i.Title, i.Item, s.Pence) { Framework = i.Framework, To = s.Setting })),
        .. data.Voice.Select(v => new SpendingLine("voice", v.Title, v.Item, v.Pence) { Framework = v.Framework, VoiceShare = v.VoiceShare, MoneyShare = v.MoneyShare }),
        .. (data.Shift is { } shift ? OfShift(shift) : []),
    ];

    private static IEnumerable<SpendingLine> OfShift(ShiftMoney shift) =>
    [
        .. new (string Item, long? Pence)[]
        {
            ("fromHospital", shift.FromHospital), ("hospitalToNeighbourhood", shift.HospitalToNeighbourhood), ("toVoluntary", shift.ToVoluntary), ("toVoluntaryAYear", shift.ToVoluntaryAYear),
            ("voluntaryUnrestricted", shift.VoluntaryUnrestricted), ("aHead", shift.AHead), ("voluntaryAHeadAYear", shift.VoluntaryAHeadAYear),
        }.Select(m => new SpendingLine("whole", m.Item, null, m.Pence)),
        .. shift.Terms.Select(t => Of("term", t)),
        .. shift.Flows.Select(f => new SpendingLine("flow", "", null, f.Pence) { From = f.From, To = f.To }),
        .. shift.Levels.Select(l => Of("level", l)),
        .. shift.Shifts.Select(s => Of("shift", s)),
    ];

    private static SpendingLine Of(string section, LinesMoney row) => new(section, row.Name, row.Code, row.Pence) { Lines = row.Lines };
}

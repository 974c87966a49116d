using System.Globalization;
using CommunityVoice.Analysis.Ballots;
using CommunityVoice.Voting;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace CommunityVoice.Web.Voting;

/// <summary>One option of a ranking form as it stands: its place as typed, and whether it has one.</summary>
public sealed record RankRow(Priority Option, string Typed, int? Place);

/// <summary>A form that puts options in order: by numbers in boxes, or by buttons that move one option. Options may be left out.</summary>
public sealed class RankForm : IVoteForm
{
    /// <summary>More than anybody means.</summary>
    private const int MostTyped = 999;

    /// <summary>The buttons beside an option: what each sends, its words, and whether it is for options in order, for those left out, or for both.</summary>
    public static readonly IReadOnlyList<(string Move, string Words, bool? WhenIn)> Moves =
        [("first", "Put first", null), ("next", "Put next", false), ("up", "Move up", true), ("down", "Move down", true), ("out", "Leave out", true)];

    private readonly List<RankRow> rows;

    /// <summary>In this order, best first.</summary>
    public RankForm(IReadOnlyList<Priority> options, IEnumerable<long> order) => rows = Numbered(options, [.. order.Where(id => options.Any(o => o.Id == id))]);

    private RankForm(List<RankRow> rows) => this.rows = rows;

    public string Partial => "_Rank";
    public string Counter => string.Create(CultureInfo.InvariantCulture, $"{Order.Count} of {rows.Count} put in order");
    public string Choices => RankText.Write(Order);

    /// <summary>What is in order first, best first, then what is left out.</summary>
    public IReadOnlyList<RankRow> Rows => [.. rows.OrderBy(r => r.Place ?? int.MaxValue)];

    // Equal numbers keep the order in which they stand; a gap is no more than that.
    private List<long> Order => [.. rows.Where(r => r.Place is not null).OrderBy(r => r.Place).Select(r => r.Option.Id)];

    public static string Field(long option) => string.Create(CultureInfo.InvariantCulture, $"Places[{option}]");

    /// <summary>Reads what was typed; what is no number is an error at its field, and stays there.</summary>
    public static RankForm Read(IReadOnlyList<Priority> options, IReadOnlyDictionary<long, string?> typed, ModelStateDictionary errors)
    {
        var read = new List<RankRow>();
        foreach (var option in options)
        {
            var text = typed.GetValueOrDefault(option.Id)?.Trim() ?? "";
            var isNumber = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= MostTyped;
            if (text.Length > 0 && !isNumber) errors.AddModelError(Field(option.Id), string.Create(CultureInfo.InvariantCulture, $"Enter a whole number from 1 to {options.Count} for \"{option.Title}\", or leave it empty"));
            read.Add(new(option, text, isNumber ? number : null));
        }
        return new(read);
    }

    public void Press(VoteInput input)
    {
        if (input.Move?.Split('-') is not [var move, var id] || !long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var option) || !rows.Exists(r => r.Option.Id == option)) return;
        var order = Order;
        var (at, last) = (order.IndexOf(option), order.Count - (order.Contains(option) ? 1 : 0));
        order.Remove(option);
        var to = move switch { "first" => 0, "up" => at - 1, "down" => at + 1, "next" => last, _ => -1 };
        if (move == "out" || (at < 0 && move is "up" or "down")) to = -1;
        else to = Math.Clamp(to, 0, last);
        if (to >= 0) order.Insert(to, option);
        // What cannot be read stays as it was typed, to be put right.
        var unread = rows.Where(r => r.Place is null && r.Typed.Length > 0 && !order.Contains(r.Option.Id)).Select(r => r.Option.Id).ToHashSet();
        var (numbered, before) = (Numbered([.. rows.Select(r => r.Option)], order), rows.ToDictionary(r => r.Option.Id));
        rows.Clear();
        rows.AddRange(numbered.Select(r => unread.Contains(r.Option.Id) ? before[r.Option.Id] : r));
    }

    public void Check(ModelStateDictionary errors)
    {
        foreach (var same in rows.Where(r => r.Place is not null).GroupBy(r => r.Place).Where(g => g.Count() > 1))
        {
            var (first, others) = (same.First(), same.Skip(1));
            foreach (var row in others) errors.AddModelError(Field(row.Option.Id), string.Create(CultureInfo.InvariantCulture, $"You gave {same.Key} to \"{first.Option.Title}\" too: give \"{row.Option.Title}\" a number of its own"));
        }
        if (errors.IsValid && Order.Count == 0 && rows.Count > 0) errors.AddModelError(Field(rows[0].Option.Id), BallotMethod.Rank.Nothing());
    }

    private static List<RankRow> Numbered(IReadOnlyList<Priority> options, List<long> order) => [.. options.Select(o =>
        order.IndexOf(o.Id) is >= 0 and var at ? new RankRow(o, (at + 1).ToString(CultureInfo.InvariantCulture), at + 1) : new RankRow(o, "", null))];
}

using System.Globalization;
using CommunityVoice.Analysis.Ballots;
using CommunityVoice.Voting;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace CommunityVoice.Web.Voting;

/// <summary>The numbers of a dots form as somebody filled them in: read, changed by one, and checked.</summary>
public sealed class DotsForm(Ballot ballot, IReadOnlyDictionary<long, int> dots) : IVoteForm
{
    /// <summary>More than anybody means; keeps sums small.</summary>
    private const int MostTyped = 999;

    public Dictionary<long, int> Dots { get; } = dots.Where(d => ballot.Priorities.Exists(p => p.Id == d.Key)).ToDictionary();

    public int Given => Dots.Values.Sum();
    public int Left => ballot.DotsEach - Given;

    public string Partial => "_Dots";
    public string Choices => DotsText.Write(Dots);

    public string Counter => Left >= 0 ? $"{Left} of {Words(ballot.DotsEach)} left" : $"{Words(-Left)} too many: you have {ballot.DotsEach}";

    public static string Field(long priority) => string.Create(CultureInfo.InvariantCulture, $"Dots[{priority}]");

    /// <summary>Reads what was typed; what is no number is an error at its field.</summary>
    public static DotsForm Read(Ballot ballot, IReadOnlyDictionary<long, string?> typed, ModelStateDictionary errors)
    {
        var dots = new Dictionary<long, int>();
        foreach (var priority in ballot.Priorities)
        {
            var text = typed.GetValueOrDefault(priority.Id)?.Trim();
            if (string.IsNullOrEmpty(text)) continue;
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= MostTyped) dots[priority.Id] = number;
            else errors.AddModelError(Field(priority.Id), $"Enter a whole number from 0 to {ballot.MostOnOne} for \"{priority.Title}\"");
        }
        return new(ballot, dots);
    }

    /// <summary>One more or one fewer, within what is allowed.</summary>
    public void Press(VoteInput input)
    {
        if (input.Add is { } more && ballot.Priorities.Exists(p => p.Id == more) && Left > 0 && Of(more) < ballot.MostOnOne) Dots[more] = Of(more) + 1;
        if (input.Take is { } fewer && Of(fewer) > 0) Dots[fewer]--;
    }

    public int Of(long priority) => Dots.GetValueOrDefault(priority);

    public void Check(ModelStateDictionary errors)
    {
        foreach (var priority in ballot.Priorities.Where(p => Of(p.Id) > ballot.MostOnOne))
            errors.AddModelError(Field(priority.Id), $"Put {Words(ballot.MostOnOne)} at most on \"{priority.Title}\"");
        if (!errors.IsValid) return;
        if (Left < 0) errors.AddModelError("Dots", $"You have {Words(ballot.DotsEach)} and put {Given}: take {Words(-Left)} off");
        else if (Given == 0) errors.AddModelError("Dots", "Put at least one dot on what matters most to you");
    }

    public static string Words(int dots) => dots == 1 ? "1 dot" : $"{dots} dots";
}

using System.Globalization;
using CommunityVoice.Analysis.Ballots;
using CommunityVoice.Voting;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace CommunityVoice.Web.Voting;

/// <summary>The choices on a paper form as staff typed them, read by the ballot's method; what cannot be so is an error at its field.</summary>
public sealed class PaperChoices(Ballot ballot, IReadOnlyDictionary<long, string?> typed)
{
    /// <summary>Stands for an error of the choices as a whole.</summary>
    public const string All = "Input.Choices";

    public static string Field(long option) => string.Create(CultureInfo.InvariantCulture, $"{All}[{option}]");

    public string? Of(long option) => typed.GetValueOrDefault(option)?.Trim();

    /// <summary>The canonical text of the paper, or one a mark; nothing where something is wrong, which the errors then say.</summary>
    public IReadOnlyList<string> Read(ModelStateDictionary errors)
    {
        IReadOnlyList<string> choices = ballot.Method switch
        {
            BallotMethod.Dots => Dots(errors),
            BallotMethod.Rank => Ranking(errors),
            BallotMethod.AgreeDisagreePass => [.. Given().Where(g => g.Text is "1" or "-1" or "0").Select(g => MarkText.Write(g.Option.Id, int.Parse(g.Text, CultureInfo.InvariantCulture)))],
            _ => Ticks(errors),
        };
        if (choices is [] or [""] && errors.ErrorCount == 0) errors.AddModelError(All, "Enter what was chosen on the form: a form without choices is no vote");
        return errors.ErrorCount == 0 ? choices : [];
    }

    private string[] Dots(ModelStateDictionary errors)
    {
        var dots = Numbers(ballot.MostOnOne, option => $"Enter a whole number from 0 to {ballot.MostOnOne} for “{option.Title}”", errors);
        var given = dots.Values.Sum();
        if (given > ballot.DotsEach) errors.AddModelError(All, $"The form has {DotsForm.Words(given)}, and each person has {ballot.DotsEach}: check the numbers");
        return [DotsText.Write(dots)];
    }

    private string[] Ranking(ModelStateDictionary errors)
    {
        var places = Numbers(ballot.Priorities.Count, option => $"Enter a place from 1 to {ballot.Priorities.Count} for “{option.Title}”, or leave it empty", errors);
        foreach (var shared in places.Where(p => p.Value > 0).GroupBy(p => p.Value).Where(g => g.Count() > 1))
            errors.AddModelError(Field(shared.Last().Key), $"Place {shared.Key} is given twice: check the form");
        return [RankText.Write(places.Where(p => p.Value > 0).OrderBy(p => p.Value).ThenBy(p => p.Key).Select(p => p.Key))];
    }

    private string[] Ticks(ModelStateDictionary errors)
    {
        var ticked = Given().Select(g => g.Option).ToList();
        var cost = ticked.Sum(o => o.Cost ?? 0);
        if (ballot.Method == BallotMethod.Pick && ticked.Count > ballot.MostPicks) errors.AddModelError(All, $"The form has {ticked.Count} ticks, and each person has {ballot.MostPicks}: check them");
        if (ballot.Method == BallotMethod.Budget && cost > ballot.Budget) errors.AddModelError(All, $"What is ticked costs {Money.Words(cost)}, which is more than {Money.Words(ballot.Budget)}: check the form");
        return [BallotIdsText.Write(ticked.Select(o => o.Id))];
    }

    private Dictionary<long, int> Numbers(int most, Func<Priority, string> message, ModelStateDictionary errors)
    {
        var numbers = new Dictionary<long, int>();
        foreach (var (option, text) in Given())
        {
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most) numbers[option.Id] = number;
            else errors.AddModelError(Field(option.Id), message(option));
        }
        return numbers;
    }

    private IEnumerable<(Priority Option, string Text)> Given() =>
        ballot.Priorities.Select(o => (o, Of(o.Id))).Where(g => g.Item2 is { Length: > 0 }).Select(g => (g.o, g.Item2!));
}

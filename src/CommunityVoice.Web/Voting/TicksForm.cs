using System.Globalization;
using CommunityVoice.Analysis.Ballots;
using CommunityVoice.Voting;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace CommunityVoice.Web.Voting;

/// <summary>A form of ticks: support for each option, up to so many picks, or projects that share a budget.</summary>
public sealed class TicksForm(Ballot ballot, IEnumerable<long> chosen) : IVoteForm
{
    public const string Field = "Chosen";

    private readonly HashSet<long> ticked = [.. chosen.Where(id => ballot.Priorities.Exists(p => p.Id == id))];

    public string Partial => "_Ticks";
    public string Choices => BallotIdsText.Write(ticked);
    public bool IsBudget => ballot.Method == BallotMethod.Budget;

    /// <summary>What the ticked projects cost together, in pence.</summary>
    public long Spent => ballot.Priorities.Where(p => Has(p.Id)).Sum(p => p.Cost ?? 0);
    public long Left => ballot.Budget - Spent;

    public string Counter => ballot.Method switch
    {
        BallotMethod.Budget => BudgetWords,
        BallotMethod.Pick => Inv($"{ticked.Count} of {ballot.MostPicks} picked"),
        _ => Inv($"{ticked.Count} ticked, as many as you like"),
    };

    public bool Has(long priority) => ticked.Contains(priority);

    /// <summary>For a project that is not ticked: whether what is left pays for it, or how much it is short. Nothing while nothing is ticked: everything fits then.</summary>
    public string? FitWords(Priority project) =>
        !IsBudget || Spent == 0 || Has(project.Id) ? null
        : project.Cost <= Left ? "Still fits"
        : Left <= 0 ? "Does not fit" : $"Costs {Money.Words((project.Cost ?? 0) - Left)} more than is left";

    public void Press(VoteInput input)
    {
        // The one button shows the form again with its new total, which it always holds.
    }

    public void Check(ModelStateDictionary errors)
    {
        if (ticked.Count == 0) errors.AddModelError(Field, ballot.Method.Nothing());
        else if (ballot.Method == BallotMethod.Pick && ticked.Count > ballot.MostPicks)
            errors.AddModelError(Field, Inv($"Pick {ballot.MostPicks} at most: you picked {ticked.Count}, so take {ticked.Count - ballot.MostPicks} out"));
        else if (IsBudget && Left < 0)
            errors.AddModelError(Field, $"What you chose costs {Money.Words(Spent)}, which is {Money.Words(-Left)} more than the {Money.Words(ballot.Budget)} there is: take something out");
    }

    private string BudgetWords => Left >= 0
        ? $"{Money.Words(Spent)} of {Money.Words(ballot.Budget)} spent, {Money.Words(Left)} left"
        : $"{Money.Words(Spent)} of {Money.Words(ballot.Budget)} spent, {Money.Words(-Left)} too much";

    private static string Inv(FormattableString words) => words.ToString(CultureInfo.InvariantCulture);
}

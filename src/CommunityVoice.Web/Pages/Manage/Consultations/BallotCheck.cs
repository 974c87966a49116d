using System.Globalization;
using CommunityVoice.Analysis.Ballots;
using CommunityVoice.Consultations;
using CommunityVoice.Voting;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace CommunityVoice.Web.Pages.Manage.Consultations;

/// <summary>Reads the form of a ballot into a draft: an error at its field where something is missing or wrong, and warnings where it may be meant.</summary>
public sealed class BallotCheck(Consultation consultation, BallotInput input, IReadOnlySet<(PriorityOrigin, long?)> origins, DateOnly today, ModelStateDictionary errors)
{
    private const int MostDots = 20;
    private readonly List<(OptionInput Row, int Index)> rows = [.. input.Options.Select((row, index) => (row, index)).Where(r => !r.row.IsEmpty)];

    /// <summary>The draft; none when something is wrong, which the errors then say.</summary>
    public BallotDraft? Read()
    {
        var options = rows.ConvertAll(Option);
        CheckOptions();
        var rules = Rules();
        CheckDates();
        return errors.ErrorCount > 0 ? null : new BallotDraft(input.Title!.Trim(), rules, input.OpensOn, input.ClosesOn, options);
    }

    /// <summary>What may be meant, but looks odd.</summary>
    public static IReadOnlyList<string> Warnings(BallotDraft draft)
    {
        var (rules, all) = (draft.Rules, draft.Options.Sum(o => o.Cost ?? 0));
        var warnings = rules.Method != BallotMethod.Budget ? [] : draft.Options.Where(o => o.Cost > rules.Budget)
            .Select(o => $"“{o.Title}” costs {Money.Words(o.Cost!.Value)}, which is more than the budget of {Money.Words(rules.Budget)}: it can never be chosen.").ToList();
        if (rules.Method == BallotMethod.Budget && all <= rules.Budget)
            warnings.Add($"Everything together costs {Money.Words(all)} and fits the budget of {Money.Words(rules.Budget)}: there is nothing to choose between.");
        if (rules.Method == BallotMethod.Pick && rules.MostPicks >= draft.Options.Count) warnings.Add("Each person may pick every option: there is nothing to choose between.");
        if (rules.Method == BallotMethod.Dots && rules.DotsEach >= (long)rules.MostOnOne * draft.Options.Count) warnings.Add("Each person has dots enough for the most on every option: there is nothing to choose between.");
        return warnings;
    }

    private OptionDraft Option((OptionInput Row, int Index) at)
    {
        var (row, field) = (at.Row, $"Input.Options[{at.Index.ToString(CultureInfo.InvariantCulture)}]");
        var (title, detail, cost) = ((row.Title ?? "").Trim(), (row.Detail ?? "").Trim().ReplaceLineEndings("\n"), Money.Read(row.Cost));
        if (title.Length == 0) errors.AddModelError($"{field}.Title", $"Enter what option {at.Index + 1} is, or remove it");
        else if (title.Length > Priority.TitleMaxLength) errors.AddModelError($"{field}.Title", $"“{Words.Cut(title, 40)}” must be {Priority.TitleMaxLength} characters or fewer");
        else if (rows.TakeWhile(r => r.Index < at.Index).Any(r => string.Equals(r.Row.Title?.Trim(), title, StringComparison.OrdinalIgnoreCase)))
            errors.AddModelError($"{field}.Title", $"“{Words.Cut(title, 40)}” is there twice: change one or remove it");
        if (detail.Length > Priority.DetailMaxLength) errors.AddModelError($"{field}.Detail", $"The explanation of “{Words.Cut(title, 40)}” must be 2,000 characters or fewer");
        if (input.Method == BallotMethod.Budget && cost is not > 0)
            errors.AddModelError($"{field}.Cost", string.IsNullOrWhiteSpace(row.Cost) ? $"Enter what option {at.Index + 1} costs" : $"“{row.Cost.Trim()}” is no amount: enter what option {at.Index + 1} costs in pounds, such as 4,500");
        // What no list offered was made up on the way here, and is credited to nobody.
        var known = origins.Contains((row.Origin, row.OriginId));
        return new(title, detail, input.Method == BallotMethod.Budget ? cost : null, known ? row.Origin : PriorityOrigin.Written, known ? row.OriginId : null);
    }

    private void CheckOptions()
    {
        var least = input.Method == BallotMethod.AgreeDisagreePass ? 1 : 2;
        if (rows.Count < least) errors.AddModelError("Input.Options", least == 1 ? "Enter at least one statement" : "Enter at least two options");
        if (rows.Count > OptionRows.Most) errors.AddModelError("Input.Options", $"Enter {OptionRows.Most} options at most: nobody reads more before they choose");
    }

    private BallotRules Rules()
    {
        var rules = new BallotRules(input.Method ?? BallotMethod.Support) { WhoMayVote = input.WhoMayVote, MixesOptions = !input.KeepsOrder };
        switch (input.Method)
        {
            case BallotMethod.Dots:
                rules = rules with
                {
                    DotsEach = Number(nameof(input.DotsEach), input.DotsEach, 1, MostDots, $"Give each person between 1 and {MostDots} dots"),
                    MostOnOne = Number(nameof(input.MostOnOne), input.MostOnOne, 1, MostDots, $"Allow between 1 and {MostDots} dots on one option"),
                };
                if (rules.MostOnOne > rules.DotsEach && rules.DotsEach > 0) errors.AddModelError("Input.MostOnOne", "The most on one option cannot be more than each person has");
                break;
            case BallotMethod.Pick:
                var most = Math.Max(1, rows.Count);
                rules = rules with { MostPicks = Number(nameof(input.MostPicks), input.MostPicks, 1, most, $"Let each person pick between 1 and {most}: there {(most == 1 ? "is 1 option" : $"are {most} options")}") };
                break;
            case BallotMethod.Rank:
                var fewer = Math.Max(1, rows.Count - 1);
                rules = rules with { Winners = Number(nameof(input.Winners), input.Winners, 1, fewer, $"Enter a number from 1 to {fewer}: fewer than there are options") };
                break;
            case BallotMethod.AgreeDisagreePass:
                rules = rules with { TakesStatements = input.TakesStatements };
                break;
            case BallotMethod.Budget:
                rules = rules with { Budget = Money.Read(input.Budget) ?? 0, Completion = input.Completion };
                if (rules.Budget <= 0) errors.AddModelError("Input.Budget", string.IsNullOrWhiteSpace(input.Budget) ? "Enter how much money there is" : $"“{input.Budget.Trim()}” is no amount: enter it in pounds, such as 48,000");
                break;
        }
        return rules;
    }

    private void CheckDates()
    {
        if (consultation.OpensOn is not { } opens)
        {
            errors.AddModelError("", "Enter the day the consultation opens first: the ballot opens with it");
            return;
        }
        var (first, last) = (input.OpensOn ?? opens, input.ClosesOn ?? consultation.ClosesOn);
        if (input.OpensOn < opens) errors.AddModelError("Input.OpensOn", $"The ballot can open on {Day(opens)} at the earliest, when the consultation opens");
        else if (first > consultation.ClosesOn) errors.AddModelError("Input.OpensOn", $"The ballot must open by {Day(consultation.ClosesOn!.Value)}, when the consultation closes");
        if (input.ClosesOn > consultation.ClosesOn) errors.AddModelError("Input.ClosesOn", $"The ballot can close on {Day(consultation.ClosesOn!.Value)} at the latest, when the consultation closes");
        else if (last < first) errors.AddModelError(input.ClosesOn is null ? "Input.OpensOn" : "Input.ClosesOn", "The ballot must close after it opens");
        else if (consultation.PublishedAt is not null && last < today) errors.AddModelError("Input.ClosesOn", "The ballot must close today or later");
    }

    private int Number(string field, string? typed, int least, int most, string message)
    {
        if (int.TryParse(typed?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most) return number;
        errors.AddModelError($"Input.{field}", message);
        return 0;
    }

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("en-GB"));
}

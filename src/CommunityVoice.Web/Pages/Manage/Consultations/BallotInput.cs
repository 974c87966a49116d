using System.ComponentModel.DataAnnotations;
using System.Globalization;
using CommunityVoice.Analysis.Ballots;
using CommunityVoice.Voting;

namespace CommunityVoice.Web.Pages.Manage.Consultations;

/// <summary>A ballot of any method as its one form holds it. Numbers stay as they were typed, so that nothing is lost on the way.</summary>
public sealed class BallotInput
{
    [Required(ErrorMessage = "Enter the question of the ballot"), StringLength(Ballot.TitleMaxLength, ErrorMessage = "The question must be 160 characters or fewer")]
    [Display(Name = "Question", Description = "For example, What should come first?")]
    public string? Title { get; set; }

    [Required(ErrorMessage = "Choose how people choose"), Display(Name = "How people choose")]
    public BallotMethod? Method { get; set; }

    [Display(Name = "Dots for each person")]
    public string? DotsEach { get; set; } = "5";

    [Display(Name = "Most dots on one option")]
    public string? MostOnOne { get; set; } = "3";

    [Display(Name = "Most options one person may pick")]
    public string? MostPicks { get; set; } = "3";

    [Display(Name = "How many are to be chosen", Description = "With more than one, the places are shared out in proportion")]
    public string? Winners { get; set; } = "1";

    [Display(Name = "People may add statements of their own, which a moderator reads first")]
    public bool TakesStatements { get; set; }

    [Display(Name = "The money there is")]
    public string? Budget { get; set; }

    [Display(Name = "When shares are used up and money is left")]
    public SharesCompletion Completion { get; set; } = SharesCompletion.AddOneThenGreedy;

    [Display(Name = "Who may vote")]
    public VoterTier WhoMayVote { get; set; }

    [Display(Name = "Opens on", Description = "Leave it empty to open with the consultation")]
    public DateOnly? OpensOn { get; set; }

    [Display(Name = "Closes on", Description = "Leave it empty to close with the consultation. It stays open until the end of that day")]
    public DateOnly? ClosesOn { get; set; }

    [Display(Name = "Show the options to everybody in the order they have here")]
    public bool KeepsOrder { get; set; }

    public List<OptionInput> Options { get; set; } = [];

    /// <summary>Ideas, themes and framework items that were ticked.</summary>
    public List<string> Picks { get; set; } = [];

    [Display(Name = "Several at once", Description = "One on each line. Add a sentence that explains it after a | sign, if you like")]
    public string? Lines { get; set; }

    /// <summary>The warnings that were shown when it was sent.</summary>
    public string? Seen { get; set; }

    public static BallotInput Of(Ballot ballot) => new()
    {
        Title = ballot.Title,
        Method = ballot.Method,
        DotsEach = Typed(ballot.DotsEach, "5"),
        MostOnOne = Typed(ballot.MostOnOne, "3"),
        MostPicks = Typed(ballot.MostPicks, "3"),
        Winners = Typed(ballot.Winners, "1"),
        TakesStatements = ballot.TakesStatements,
        Budget = ballot.Budget > 0 ? Typed(ballot.Budget) : null,
        Completion = ballot.Completion,
        WhoMayVote = ballot.WhoMayVote,
        OpensOn = ballot.OpensAt == ballot.Consultation.OpensAt ? null : UkTime.Day(ballot.OpensAt),
        ClosesOn = ballot.ClosesAt is not { } closes || closes == ballot.Consultation.ClosesAt ? null : UkTime.Day(closes.AddTicks(-1)),
        KeepsOrder = !ballot.MixesOptions,
        Options = [.. ballot.Priorities.OrderBy(p => p.Order).ThenBy(p => p.Id)
            .Select(p => new OptionInput { Title = p.Title, Detail = p.Detail, Cost = p.Cost is { } cost ? Typed(cost) : null, Origin = p.Origin, OriginId = p.OriginId })],
    };

    private static string Typed(int number, string otherwise) => number > 0 ? number.ToString(CultureInfo.InvariantCulture) : otherwise;

    private static string Typed(long pence) => Money.Words(pence).TrimStart('£');
}

/// <summary>One option as a row of the form holds it.</summary>
public sealed class OptionInput
{
    public string? Title { get; set; }
    public string? Detail { get; set; }
    public string? Cost { get; set; }
    public PriorityOrigin Origin { get; set; }
    public long? OriginId { get; set; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Title) && string.IsNullOrWhiteSpace(Detail) && string.IsNullOrWhiteSpace(Cost);
}

using CommunityVoice.Analysis.Ballots;
using CommunityVoice.Voting;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace CommunityVoice.Web.Voting;

/// <summary>What a voting form sent, whatever the method: numbers, ticks and the button that was pressed.</summary>
public sealed class VoteInput
{
    public Dictionary<long, string?> Dots { get; set; } = [];
    public Dictionary<long, string?> Places { get; set; } = [];
    public List<long> Chosen { get; set; } = [];

    /// <summary>Dots: one more on this option, or one fewer.</summary>
    public long? Add { get; set; }
    public long? Take { get; set; }

    /// <summary>Rank: a move and an option, such as "up-12".</summary>
    public string? Move { get; set; }

    /// <summary>Budget: only show the total.</summary>
    public bool Update { get; set; }

    /// <summary>A button that changes the form, in place of going on.</summary>
    public bool IsPress => Add is not null || Take is not null || Move is not null || Update;
}

/// <summary>The form of a ballot as somebody filled it in: shown, changed by its small buttons, and checked.</summary>
public interface IVoteForm
{
    /// <summary>The partial view that shows it.</summary>
    string Partial { get; }

    /// <summary>What stands above the form: "3 of 5 dots left".</summary>
    string Counter { get; }

    /// <summary>The canonical text of what is chosen, once it was checked.</summary>
    string Choices { get; }

    /// <summary>Does what its small buttons do where there are no scripts.</summary>
    void Press(VoteInput input);

    /// <summary>Says what stands in the way of casting this.</summary>
    void Check(ModelStateDictionary errors);
}

/// <summary>The form for each method; statements have pages of their own.</summary>
public static class VoteForms
{
    /// <summary>Filled with these choices; what the ballot offers no more is left out.</summary>
    public static IVoteForm Of(Ballot ballot, Guid personId, string choices) => ballot.Method switch
    {
        BallotMethod.Dots => new DotsForm(ballot, DotsText.Read(choices).ToDictionary()),
        BallotMethod.Rank => new RankForm([.. ballot.OptionsFor(personId)], choices.Length == 0 ? [] : RankText.Read(choices)),
        _ => new TicksForm(ballot, BallotIdsText.Read(choices)),
    };

    /// <summary>Filled as it was sent; what cannot be read is an error at its field.</summary>
    public static IVoteForm Read(Ballot ballot, Guid personId, VoteInput input, ModelStateDictionary errors) => ballot.Method switch
    {
        BallotMethod.Dots => DotsForm.Read(ballot, input.Dots, errors),
        BallotMethod.Rank => RankForm.Read([.. ballot.OptionsFor(personId)], input.Places, errors),
        _ => new TicksForm(ballot, input.Chosen),
    };
}

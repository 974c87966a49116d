namespace CommunityVoice.Consultations;

/// <summary>How a consultation meets the three aims of the public sector equality duty, and what is done about harm it might do (rule R-A16).</summary>
public sealed record EqualityRecord(string EndsDiscrimination, string AdvancesOpportunity, string FostersRelations, string Mitigations)
{
    public const int PartMaxLength = 4000;

    public static EqualityRecord None { get; } = new("", "", "", "");

    public bool IsEmpty => this == None;
}

/// <summary>How people take part in a decision: rule R-A10.</summary>
public enum Involvement
{
    Consulted,
    Informed,
    OtherwiseInvolved,
}

/// <summary>The words for it.</summary>
public static class InvolvementWords
{
    public static string Word(this Involvement involvement) => involvement switch
    {
        Involvement.Consulted => "Consulted",
        Involvement.Informed => "Informed",
        _ => "Otherwise involved",
    };

    /// <summary>What it means for those who take part.</summary>
    public static string Meaning(this Involvement involvement) => involvement switch
    {
        Involvement.Consulted => "They are asked before it is decided, and their answers are weighed",
        Involvement.Informed => "They are told what is planned and can say what they think",
        _ => "They work it out with those who decide, or take part in another way",
    };
}

namespace CommunityVoice.People;

/// <summary>In what capacity somebody speaks. A verified voice comes from a membership; the rest are self-declared.</summary>
public enum Voice
{
    NotSaid,
    Resident,
    Carer,
    Representative,
    WorksHere,
    CommunityGroup,
    PrimaryCare,
    PublicService,
    Other,
}

/// <summary>The words for each voice.</summary>
public static class VoiceWords
{
    public static string Word(this Voice voice) => voice switch
    {
        Voice.Resident => "Resident",
        Voice.Carer => "Carer",
        Voice.Representative => "Speaks for somebody else",
        Voice.WorksHere => "Works here",
        Voice.CommunityGroup => "Community group",
        Voice.PrimaryCare => "Primary care",
        Voice.PublicService => "Public service",
        Voice.Other => "Other",
        _ => "Not said",
    };

    /// <summary>The voices a person may say of themselves.</summary>
    public static IReadOnlyList<Voice> SelfDeclared { get; } =
        [Voice.Resident, Voice.Carer, Voice.Representative, Voice.WorksHere, Voice.CommunityGroup, Voice.PrimaryCare, Voice.PublicService, Voice.Other];
}

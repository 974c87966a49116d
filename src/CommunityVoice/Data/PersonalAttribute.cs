namespace CommunityVoice.Data;

/// <summary>How sensitive a piece of personal data is, and so how long it is kept and who may see it.</summary>
public enum DataClass
{
    /// <summary>Reaches a person: an e-mail address. Kept 24 months after the last activity.</summary>
    Contact,

    /// <summary>Shown to the public because the person chose to: a display name.</summary>
    Public,

    /// <summary>About a person and not public: an area, a voice, what somebody reported.</summary>
    Profile,

    /// <summary>What somebody said or chose: may hold opinions and health. Kept six years at most.</summary>
    Contribution,

    /// <summary>Proves who somebody is: codes, keys. Kept minutes to months.</summary>
    Credential,
}

/// <summary>Marks an entity property that holds personal data; export, erasure and retention walk these marks.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PersonalAttribute(DataClass dataClass) : Attribute
{
    public DataClass DataClass { get; } = dataClass;
}

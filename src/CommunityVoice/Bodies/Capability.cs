namespace CommunityVoice.Bodies;

/// <summary>What a body may do in an area. A remit holds a set of them; a membership a subset of its body's.</summary>
[Flags]
public enum Capability
{
    None = 0,
    Consult = 1,
    Moderate = 2,
    Code = 4,
    Publish = 8,
    Respond = 16,
    Plan = 32,
    EnterOnBehalf = 64,
    SupportIdeas = 128,
    SeeTrueCounts = 256,
    Administer = 512,
}

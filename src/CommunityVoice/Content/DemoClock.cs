namespace CommunityVoice.Content;

/// <summary>A clock set to when something of the invented place happened, so that its past is made by the same methods as anyone's present.</summary>
internal sealed class DemoClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset now = start;

    public void Set(DateTimeOffset at) => now = at;

    public override DateTimeOffset GetUtcNow() => now;
}

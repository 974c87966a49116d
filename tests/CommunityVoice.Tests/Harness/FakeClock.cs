namespace CommunityVoice.Tests;

/// <summary>A clock that stands still until a test moves it. It starts on a Tuesday in British Summer Time, so that mixing up UTC and UK time shows.</summary>
public sealed class FakeClock : TimeProvider
{
    public static readonly DateTimeOffset Start = new(2026, 6, 9, 9, 0, 0, TimeSpan.Zero);

    private DateTimeOffset now = Start;

    public static DateOnly Today => UkTime.Day(Start);

    public override DateTimeOffset GetUtcNow() => now;

    public void Advance(TimeSpan time) => now += time;

    public void GoTo(DateTimeOffset at) => now = at;
}

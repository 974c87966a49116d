namespace CommunityVoice.Notifications;

/// <summary>Wakes the sender of texts when a code was saved. It is not the bell of letters, as a bell wakes one that waits.</summary>
public sealed class TextBell : IDisposable
{
    private readonly LetterBell bell = new();

    public void Ring() => bell.Ring();

    /// <summary>Waits until it rings, or until the time has passed.</summary>
    public Task<bool> WaitAsync(TimeSpan atMost, CancellationToken ct) => bell.WaitAsync(atMost, ct);

    public void Dispose() => bell.Dispose();
}

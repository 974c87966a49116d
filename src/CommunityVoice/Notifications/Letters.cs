using CommunityVoice.Content;
using CommunityVoice.Data;

namespace CommunityVoice.Notifications;

/// <summary>Writes letters into the outbox. They are saved with whatever else the caller saves, and sent soon after.</summary>
public sealed class Letters(CommunityVoiceDb db, LetterTexts texts, LetterBell bell, TimeProvider clock)
{
    private bool listening;

    /// <summary>Adds the letter of this kind (a file of <c>content/letters</c>) with its fields filled in; the caller saves.</summary>
    public Letter Write(string to, string kind, IReadOnlyDictionary<string, string> fields) => Add(Compose(to, kind, fields));

    /// <summary>Adds a letter that bundles several news and that can be stopped by one click, at this address; the caller saves.</summary>
    public Letter Write(string to, string kind, IReadOnlyDictionary<string, string> fields, IReadOnlyCollection<LetterPart> parts, string stopLink)
    {
        var filled = texts[kind].Fill(fields, parts);
        return Add(new Letter(to, kind, filled.Subject, filled.Text, filled.Html, clock.GetUtcNow(), stopLink));
    }

    private Letter Add(Letter letter)
    {
        db.Letters.Add(letter);
        if (!listening) db.SavedChanges += (_, _) => bell.Ring();
        listening = true;
        return letter;
    }

    /// <summary>The letter alone, for whoever saves it in a way of their own.</summary>
    internal Letter Compose(string to, string kind, IReadOnlyDictionary<string, string> fields)
    {
        var filled = texts[kind].Fill(fields);
        return new Letter(to, kind, filled.Subject, filled.Text, filled.Html, clock.GetUtcNow());
    }
}

/// <summary>Wakes the sender when a letter was written, so that nobody waits for a code until the next round.</summary>
public sealed class LetterBell : IDisposable
{
    private readonly SemaphoreSlim rung = new(0, 1);

    public void Ring()
    {
        try
        {
            if (rung.CurrentCount == 0) rung.Release();
        }
        catch (SemaphoreFullException)
        {
            // Somebody else rang in the same instant; once is enough.
        }
    }

    /// <summary>Waits until it rings, or until the time has passed.</summary>
    public Task<bool> WaitAsync(TimeSpan atMost, CancellationToken ct) => rung.WaitAsync(atMost, ct);

    public void Dispose() => rung.Dispose();
}

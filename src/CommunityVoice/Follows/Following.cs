using CommunityVoice.Data;
using CommunityVoice.Notifications;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Follows;

/// <summary>Finds whoever letters with news go to, or makes them known.</summary>
public sealed class Readers(CommunityVoiceDb db, TimeProvider clock)
{
    public Task<Reader?> FindAsync(Guid personId, CancellationToken ct) => db.Readers.Include(r => r.Follows).SingleOrDefaultAsync(r => r.PersonId == personId, ct);

    /// <summary>Whoever has this token in their letters.</summary>
    public Task<Reader?> FindAsync(string token, CancellationToken ct) => db.Readers.Include(r => r.Follows).SingleOrDefaultAsync(r => r.Token == token, ct);

    /// <summary>The reader of an account; one who followed by that address before is the same.</summary>
    public async Task<Reader> OfPersonAsync(Guid personId, CancellationToken ct)
    {
        if (await FindAsync(personId, ct) is { } known) return known;
        var reader = await db.Readers.Include(r => r.Follows).SingleOrDefaultAsync(r => r.Email != null && db.People.Any(p => p.Id == personId && p.Email == r.Email), ct);
        if (reader is null) db.Readers.Add(reader = new Reader(personId, clock.GetUtcNow()));
        else reader.Join(personId);
        await db.SaveChangesAsync(ct);
        return reader;
    }

    /// <summary>The reader of a confirmed address, with or without an account.</summary>
    public async Task<Reader> OfAddressAsync(string email, CancellationToken ct)
    {
        var normal = email.ToUpperInvariant();
        if (await db.People.Where(p => p.NormalizedEmail == normal).Select(p => (Guid?)p.Id).SingleOrDefaultAsync(ct) is { } person) return await OfPersonAsync(person, ct);
        if (await db.Readers.Include(r => r.Follows).SingleOrDefaultAsync(r => r.Email == email, ct) is { } known) return known;
        var reader = new Reader(email, clock.GetUtcNow());
        db.Readers.Add(reader);
        await db.SaveChangesAsync(ct);
        return reader;
    }
}

/// <summary>Follows, and changes how often one hears. What somebody follows is theirs alone: it is in no activity record and no count.</summary>
public sealed class Following(CommunityVoiceDb db, Readers readers, TimeProvider clock)
{
    public const int Most = 200;

    /// <summary>Follows it weekly; following twice is following once, and following what was paused goes on. None when they follow too much already.</summary>
    public Task<Follow?> FollowAsync(Guid personId, FollowKey key, CancellationToken ct) =>
        db.TransactAsync(async () => await FollowAsync(await readers.OfPersonAsync(personId, ct), key, ct), ct);

    internal async Task<Follow?> FollowAsync(Reader reader, FollowKey key, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var follow = reader.Follows.Find(f => f.Key == key);
        if (follow is null && reader.Follows.Count >= Most) return null;
        if (follow is null) reader.Follows.Add(follow = new Follow(reader, key, now));
        else if (follow.Frequency == FollowFrequency.Paused) follow.Hear(FollowFrequency.Weekly, now);
        reader.TryAgain();
        await db.SaveChangesAsync(ct);
        return follow;
    }

    public async Task<bool> HearAsync(Reader reader, long followId, FollowFrequency frequency, CancellationToken ct)
    {
        if (reader.Follows.Find(f => f.Id == followId) is not { } follow) return false;
        follow.Hear(frequency, clock.GetUtcNow());
        if (frequency != FollowFrequency.Paused) reader.TryAgain();
        await db.SaveChangesAsync(ct);
        return true;
    }

    /// <summary>Takes it off the list; done before is done.</summary>
    public async Task EndAsync(Reader reader, long followId, CancellationToken ct)
    {
        reader.Follows.RemoveAll(f => f.Id == followId);
        await db.SaveChangesAsync(ct);
    }

    public async Task HearStepsAsync(Reader reader, bool want, CancellationToken ct)
    {
        reader.HearSteps(want, clock.GetUtcNow());
        if (want) reader.TryAgain();
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Ends every letter to a reader, those that wait to be sent included, and the text that tells of one.</summary>
    public Task StopAsync(Reader reader, CancellationToken ct) => db.TransactAsync(async () =>
    {
        var address = reader.PersonId is { } person ? await db.People.Where(p => p.Id == person).Select(p => p.Email).SingleOrDefaultAsync(ct) : reader.Email;
        reader.Stop(clock.GetUtcNow());
        await db.OwedNews.Where(n => n.PersonId == reader.PersonId).ExecuteDeleteAsync(ct);
        await db.Letters.Where(l => l.To == address && l.Kind == Digest.Kind && l.SentAt == null).ExecuteDeleteAsync(ct);
        await db.TextMessages.Where(t => t.PersonId == reader.PersonId && t.Kind == TextKind.News && t.SentAt == null).ExecuteDeleteAsync(ct);
        await db.SaveChangesAsync(ct);
    }, ct);
}

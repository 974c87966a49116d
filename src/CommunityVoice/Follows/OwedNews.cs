using System.Text.Json;
using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Follows;

/// <summary>
/// A step of what became of somebody's contribution that they are not told of yet. It is saved in the transaction of what happened and goes in the one
/// that writes their next letter, so that no crash loses or repeats it.
/// </summary>
public sealed class OwedNews : INeverOnCachedPages
{
    private OwedNews() { } // EF Core

    public OwedNews(Guid personId, string key, string kind, IReadOnlyDictionary<string, string> fields, DateTimeOffset now) =>
        (PersonId, Key, Kind, Fields, At) = (personId, key, kind, JsonSerializer.Serialize(fields), now);

    public long Id { get; private set; }
    public Guid PersonId { get; private set; }

    /// <summary>Names what happened, as news of it do: whoever also follows it is told once.</summary>
    public string Key { get; private set; } = "";

    /// <summary>The file of <c>content/letters</c> that says it.</summary>
    [Personal(DataClass.Profile)]
    public string Kind { get; private set; } = "";

    /// <summary>What fills it, as JSON.</summary>
    [Personal(DataClass.Contribution)]
    public string Fields { get; private set; } = "";
    public DateTimeOffset At { get; private set; }

    internal Dictionary<string, string> ReadFields() => JsonSerializer.Deserialize<Dictionary<string, string>>(Fields)!;
}

/// <summary>Notes what contributors are to be told. It is saved with whatever else the caller saves, and told in their next letter.</summary>
public sealed class ContributorNews(CommunityVoiceDb db, TimeProvider clock)
{
    /// <summary>Owes somebody this news, said by the file of this kind in <c>content/letters</c>; the caller saves.</summary>
    public void Owe(Guid personId, string key, string kind, IReadOnlyDictionary<string, string> fields) =>
        db.OwedNews.Add(new OwedNews(personId, key, kind, fields, clock.GetUtcNow()));

    /// <summary>Forgets news that have been overtaken before anybody was told.</summary>
    public Task ForgetAsync(string key, CancellationToken ct) => db.OwedNews.Where(n => n.Key == key).ExecuteDeleteAsync(ct);
}

/// <summary>A reader was told this: the same news never come twice, by whatever they follow.</summary>
public sealed class ToldNews : INeverOnCachedPages
{
    private ToldNews() { } // EF Core

    public ToldNews(Reader reader, string key, DateTimeOffset now) => (ReaderId, Key, At) = (reader.Id, key, now);

    public long ReaderId { get; private set; }
    public string Key { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
}

using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CommunityVoice.Notifications;

/// <summary>Writes text messages into the outbox. They are saved with whatever else the caller saves, and sent when texts may be.</summary>
public sealed class Texts(CommunityVoiceDb db, IOptions<SmsOptions> sms, IOptions<MailOptions> mail, SiteAddress site)
{
    /// <summary>How to end texts by answering stands in the first, and again after this long.</summary>
    private static readonly TimeSpan SaysStopEvery = TimeSpan.FromDays(30);

    public bool AreSent => sms.Value.IsUsed;

    /// <summary>Answers to texts reach this site.</summary>
    public bool TakesAnswers => AreSent && !string.IsNullOrEmpty(mail.Value.DeliveredToken);

    /// <summary>Tells a person who wants texts that a letter with so much news was written; the caller saves. One that still waits tells it too.</summary>
    public async Task TellAsync(Guid personId, int own, int other, DateTimeOffset now, CancellationToken ct)
    {
        if (!AreSent || await db.Phones.Where(p => p.PersonId == personId).Select(p => p.Number).SingleOrDefaultAsync(ct) is not { } number) return;
        var waiting = await db.TextMessages.AsNoTracking().Where(t => t.PersonId == personId && t.Kind == TextKind.News && t.SentAt == null && t.Tries == 0)
            .OrderBy(t => t.WrittenAt).ThenBy(t => t.Id).FirstOrDefaultAsync(ct);
        if (waiting is not null && await TellMoreAsync(waiting, own, other, ct)) return;
        var since = now - SaysStopEvery;
        var said = db.TextMessages.Where(t => t.PersonId == personId && t.SaysStop && (t.SentAt > since || (t.SentAt == null && t.Tries < Letter.MostTries && t.WrittenAt > since)));
        var saysStop = TakesAnswers && !await said.AnyAsync(ct); // one that was given up said nothing
        db.TextMessages.Add(new TextMessage(personId, number, TextKind.News, Words(own, other, saysStop), now) { OwnNews = own, OtherNews = other, SaysStop = saysStop });
    }

    /// <summary>Adds a text with a code that somebody asked for; the caller saves.</summary>
    public void WriteCode(Guid personId, string number, string code, DateTimeOffset until, DateTimeOffset now) =>
        db.TextMessages.Add(new TextMessage(personId, number, TextKind.Code, TextWords.OfCode(sms.Value.Name, code, until), now));

    // Only while nobody has begun to send it.
    private async Task<bool> TellMoreAsync(TextMessage waiting, int own, int other, CancellationToken ct)
    {
        (own, other) = (waiting.OwnNews + own, waiting.OtherNews + other);
        var words = Words(own, other, waiting.SaysStop);
        return await db.TextMessages.Where(t => t.Id == waiting.Id && t.Tries == 0)
            .ExecuteUpdateAsync(set => set.SetProperty(t => t.OwnNews, own).SetProperty(t => t.OtherNews, other).SetProperty(t => t.Text, words), ct) == 1;
    }

    private string Words(int own, int other, bool saysStop) => TextWords.OfNews(sms.Value.Name, site.Home, own, other, saysStop);
}

using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Follows;
using CommunityVoice.Notifications;
using CommunityVoice.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityVoice.Tests.Follows;

/// <summary>What the letters with news do to somebody's inbox as time passes.</summary>
internal sealed class Inbox(Site site)
{
    public Task<Follow?> FollowAsync(Person person, FollowKind kind, long id, FollowFrequency frequency = FollowFrequency.Weekly, int number = 0) =>
        site.AskAsync<Following, Follow?>(async following =>
        {
            var follow = (await following.FollowAsync(person.Id, new(kind, id, number), default))!;
            await following.HearAsync(follow.Reader, follow.Id, frequency, default);
            return follow;
        });

    /// <summary>The loop's work, at this time.</summary>
    public async Task<int> WriteAsync(DateTimeOffset? at = null) => await site.AskAsync<Digest, int>(d => d.WriteDueAsync(at ?? site.Now, default));

    /// <summary>Goes to a quarter past eight on the next of these mornings and has the loop work.</summary>
    public async Task<int> MorningAsync(DayOfWeek? on = null)
    {
        var day = UkTime.Day(site.Now).AddDays(1);
        while (on is not null && day.DayOfWeek != on) day = day.AddDays(1);
        site.Clock.GoTo(UkTime.StartOf(day).AddHours(8).AddMinutes(15));
        return await WriteAsync();
    }

    /// <summary>Gives a consultation more time, which is news to whoever follows it and to whoever took part.</summary>
    public Task ExtendAsync(long consultation, DateOnly until, string reason, Person by) => site.DoAsync<IServiceProvider>(async services =>
    {
        var found = await services.GetRequiredService<CommunityVoiceDb>().Consultations.SingleAsync(c => c.Id == consultation);
        await services.GetRequiredService<ConsultationDesk>().ExtendAsync(found, until, reason, by.Id, default);
    });

    public async Task<List<Letter>> LettersAsync(string email) => (await site.LettersToAsync(email)).FindAll(l => l.Kind == Digest.Kind);

    public Task<Reader> ReaderAsync(string email) => site.AskAsync(db => db.Readers.AsNoTracking().Include(r => r.Follows).SingleAsync(r => r.Email == email || r.Person!.Email == email));
}

using AngleSharp.Html.Dom;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.People;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.Manage;

/// <summary>A body whose remits and duties went over to another, and somebody who acts for that other.</summary>
internal static class Handed
{
    public const string Successor = "Mayor’s Office";

    /// <summary>Hands everything over from a day on; answers who may use these capabilities for the other.</summary>
    public static async Task<Person> OverAsync(Site site, string slug, Capability may, DateOnly on, string name = Successor)
    {
        var newcomer = await site.SaveAsync(A.Person("Nell M"));
        await site.DoAsync<CommunityVoiceDb>(async db =>
        {
            var from = await db.Bodies.Include(b => b.Remits).ThenInclude(r => r.Area).SingleAsync(b => b.Slug == slug);
            var to = A.Body(name, from.Kind);
            var handOver = new HandOver(from, to, on, movesDuties: true, "", newcomer.Id, FakeClock.Start);
            foreach (var remit in from.Remits) handOver.Give(remit);
            db.HandOvers.Add(handOver);
            db.Memberships.Add(new Membership(newcomer.Id, to, may, "Officer", FakeClock.Start));
            await db.SaveChangesAsync();
        });
        return newcomer;
    }

    /// <summary>The page of the newest hand-over, as somebody of either body reads it.</summary>
    public static async Task<IHtmlDocument> PageAsync(Site site, Person reader)
    {
        var id = await site.AskAsync(db => db.HandOvers.OrderByDescending(h => h.Id).Select(h => h.Id).FirstAsync());
        return await new Browser(site, reader.Id).GetAsync($"/manage/hand-overs/{id}");
    }
}

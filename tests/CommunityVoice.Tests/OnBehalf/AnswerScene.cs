using AngleSharp.Html.Dom;
using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.People;
using CommunityVoice.Voting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Primitives;

namespace CommunityVoice.Tests.OnBehalf;

/// <summary>A consultation in Rivermead with its ward, and somebody of the voice body who may enter answers for others.</summary>
internal sealed class AnswerScene(Site site)
{
    public const string Home = "/manage/consultations/safer-crossings/answers";

    public Area Place { get; } = A.Area();
    public Area Ward { get; } = A.Area("Weirside", AreaLevel.Ward);
    public Body Body { get; } = A.Body();
    public Person Clerk { get; } = A.Person("Una Clerk");
    public Consultation Consultation { get; private set; } = null!;
    public Browser Browser { get; private set; } = null!;

    public static async Task<AnswerScene> MakeAsync(Site site, Capability may = Capability.EnterOnBehalf | Capability.Code)
    {
        var scene = new AnswerScene(site);
        await site.SaveAsync(scene.Place, scene.Ward, new AreaLink(scene.Place, AreaLinkKind.Contains, scene.Ward), scene.Body, scene.Clerk);
        await site.SaveAsync(A.Membership(scene.Clerk, scene.Place, may, scene.Body));
        scene.Consultation = await site.SaveAsync(A.Consultation(area: scene.Place, askedBy: scene.Body));
        scene.Browser = new Browser(site, scene.Clerk.Id);
        return scene;
    }

    /// <summary>Enters one answer through the form; answers the page that follows.</summary>
    public async Task<IHtmlDocument> EnterAsync(
        string words, EntryChannel channel = EntryChannel.Paper, string consent = "PublishAndQuote", string? voice = null, string? code = null, HttpStatusCode expected = HttpStatusCode.OK)
    {
        var answers = new Dictionary<string, StringValues> { ["Input.Words"] = words, ["Input.Consent"] = consent, ["Input.Channel"] = $"{channel}" };
        if (voice is not null) answers["Input.Voice"] = voice;
        if (code is not null) answers["Input.Code"] = code;
        return await Browser.SubmitAsync(await Browser.GetAsync(Home + "/new"), answers, expected);
    }

    public async Task<IHtmlDocument> RecordMeetingAsync(string people = "25", string points = "The lights change too fast.\n- Cars do not stop.", HttpStatusCode expected = HttpStatusCode.OK, string place = "Weir Hall", string groups = "Mostly carers", string notes = "") =>
        await Browser.SubmitAsync(await Browser.GetAsync(Home + "/meetings/new"), new()
        {
            ["Input.Place"] = place,
            ["Input.HeldOn.Day"] = $"{FakeClock.Today.Day}",
            ["Input.HeldOn.Month"] = $"{FakeClock.Today.Month}",
            ["Input.HeldOn.Year"] = $"{FakeClock.Today.Year}",
            ["Input.People"] = people,
            ["Input.Groups"] = groups,
            ["Input.Points"] = points,
            ["Input.Notes"] = notes,
        }, expected);

    /// <summary>Makes forms through the page; answers the codes that stand on them.</summary>
    public async Task<List<string>> FormsAsync(int count)
    {
        var page = await Browser.SubmitAsync(await Browser.GetAsync(Home + "/forms"), new() { ["Count"] = $"{count}" });
        return [.. page.QuerySelectorAll(".cv-key").Select(k => k.Words())];
    }

    public Task<(int Comments, int People)> CountsAsync() =>
        site.AskAsync(async db => await db.Consultations.Where(c => c.Id == Consultation.Id).Select(c => new { c.Comments, c.People }).SingleAsync() is var c ? (c.Comments, c.People) : default);

    public Task<List<string>> VerbsAsync() => site.AskAsync(db => db.ActivityEntries.Where(e => e.Verb.StartsWith("answer.") || e.Verb.StartsWith("meeting.")).OrderBy(e => e.Id).Select(e => e.Verb).ToListAsync());
}

using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Notifications;
using CommunityVoice.People;
using CommunityVoice.Recommendations;
using CommunityVoice.Tests.Summaries;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;

namespace CommunityVoice.Tests.Recommendations;

/// <summary>The scene of a summary, with a body that is asked, somebody who may answer for it and a colleague who may not.</summary>
internal sealed class RecommendationScene(Site site, SummaryScene summary)
{
    public const string Ask = "Give each crossing a green light of ten seconds";

    public SummaryScene Summary { get; } = summary;
    public Body Council { get; } = A.Body("Rivermead Council", BodyKind.Council);
    public Person Responder { get; } = A.Person("Bron P");
    public Person Colleague { get; } = A.Person("Cole D");
    public Browser Answerer { get; private set; } = null!;

    public static async Task<RecommendationScene> MakeAsync(Site site) => await MakeAsync(site, await SummaryScene.MakeAsync(site));

    public static async Task<RecommendationScene> MakeAsync(Site site, SummaryScene summary)
    {
        var scene = new RecommendationScene(site, summary);
        scene.Council.WriteTo("office@council.example");
        await site.SaveAsync(scene.Responder, scene.Colleague);
        await site.SaveAsync(A.Membership(scene.Responder, scene.Summary.Area, Capability.Respond, scene.Council));
        await site.SaveAsync(new Membership(scene.Colleague.Id, scene.Council, Capability.Plan, "Planner", FakeClock.Start.AddDays(-30)));
        scene.Answerer = new Browser(site, scene.Responder.Id);
        return scene;
    }

    /// <summary>A whole draft with one recommendation to the council, made through the pages; answers the draft's id.</summary>
    public async Task<long> DraftAsync()
    {
        var draft = await Summary.DraftAsync();
        await AddAsync(draft, Ask);
        return draft;
    }

    public async Task AddAsync(long draft, string ask, string? becauseOfWarning = null)
    {
        var page = await Summary.Browser.SubmitAsync(await FormAsync(draft), await FieldsAsync(draft, ask), becauseOfWarning is null ? HttpStatusCode.OK : HttpStatusCode.UnprocessableEntity);
        if (becauseOfWarning is not null) await Summary.Browser.SubmitAsync(page, new() { ["Input.WarningReason"] = becauseOfWarning });
    }

    public Task<AngleSharp.Html.Dom.IHtmlDocument> FormAsync(long draft) => Summary.Browser.GetAsync($"/manage/summaries/{draft}/recommendations/write");

    public async Task<Dictionary<string, StringValues>> FieldsAsync(long draft, string ask)
    {
        var finding = await site.AskAsync(db => db.Findings.Where(f => f.VersionId == draft).Select(f => f.Id).FirstAsync());
        return new(StringComparer.Ordinal)
        {
            ["Input.Ask"] = ask,
            ["Input.Addressee"] = $"{Council.Id}",
            ["Input.Findings"] = $"{finding}",
            ["Input.Rationale"] = "Two people said they cannot cross in time.",
            ["Input.Measure"] = "The lights are timed and the times are published.",
        };
    }

    /// <summary>Publishes the draft with its recommendation; answers the recommendation's id.</summary>
    public async Task<long> SentAsync()
    {
        await PublishAsync(await DraftAsync());
        return await site.AskAsync(db => db.Recommendations.Select(r => r.Id).SingleAsync());
    }

    public async Task PublishAsync(long draft) =>
        await Summary.Browser.SubmitAsync(await Summary.Browser.GetAsync($"/manage/summaries/{draft}/publish"), button: "Publish");

    /// <summary>Accepts it, with a look at it first.</summary>
    public async Task AnswerAsync(long id, string action = "We set the lights to ten seconds.")
    {
        var answerer = new Browser(site, Responder.Id); // days may have passed since the last visit
        var check = await answerer.SubmitAsync(await answerer.GetAsync($"/manage/recommendations/{id}/answer"), Accepted(action));
        await answerer.SubmitAsync(check, button: "Publish the answer");
    }

    public static Dictionary<string, StringValues> Accepted(string action) => new(StringComparer.Ordinal)
    {
        ["Input.Kind"] = "Accepted",
        ["Input.Action"] = action,
        ["Input.OwnerRole"] = "Head of highways",
        ["Input.ByWhen.Day"] = "1",
        ["Input.ByWhen.Month"] = "10",
        ["Input.ByWhen.Year"] = "2026",
    };

    /// <summary>Brings all that was recommended before another body; answers the number of that.</summary>
    public Task<long> BringAsync(Body to, string reason) => site.AskAsync<IServiceProvider, long>(async services =>
    {
        var db = services.GetRequiredService<CommunityVoiceDb>();
        var asks = await db.Recommendations.WithRecords().OrderBy(r => r.Number).ToListAsync();
        var before = await db.Bodies.SingleAsync(b => b.Id == to.Id);
        return (await services.GetRequiredService<EscalationDesk>().SendAsync(asks[0].Summary, before, reason, asks, Summary.Editor.Id, default))!.Id;
    });

    /// <summary>The body that something was brought before says that it has it, or what comes of it.</summary>
    public Task SayAsync(long escalation, string? answer = null) => site.DoAsync<EscalationDesk>(async desk =>
    {
        var brought = (await desk.FindAsync(escalation, default))!;
        Assert.True(answer is null ? await desk.AcknowledgeAsync(brought, Responder.Id, default) : await desk.AnswerAsync(brought, answer, Responder.Id, default));
    });

    public Task<Recommendation> LoadAsync(long id) => site.AskAsync(db => db.Recommendations.AsNoTracking().WithRecords().SingleAsync(r => r.Id == id));

    public async Task<List<Letter>> LettersAsync(string email, string kind) => (await site.LettersToAsync(email)).FindAll(l => l.Kind == kind);

    public RecommendationState StateOf(Recommendation recommendation) => recommendation.StateOn(UkTime.Day(site.Now));
}

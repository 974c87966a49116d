using AngleSharp.Html.Dom;
using CommunityVoice.Bodies;
using CommunityVoice.Notifications;
using CommunityVoice.People;
using CommunityVoice.Tests.Recommendations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Primitives;

namespace CommunityVoice.Tests.Decisions;

/// <summary>The scene of a recommendation, whose council is the one that the consultation names as decision maker. Themes: Lights, Benches and the finding of the summary.</summary>
internal sealed class DecisionScene(Site site, RecommendationScene asked)
{
    public const string Path = "/consultations/safer-crossings/decision";
    public const string Desk = "/manage/decisions/safer-crossings";

    public RecommendationScene Asked => asked;
    public Person Leader { get; } = A.Person("Lena D");
    public Browser Browser { get; private set; } = null!;

    public static async Task<DecisionScene> MakeAsync(Site site)
    {
        var scene = new DecisionScene(site, await RecommendationScene.MakeAsync(site));
        await site.SaveAsync(scene.Leader);
        await site.SaveAsync(A.Membership(scene.Leader, scene.Asked.Summary.Area, Capability.Respond, scene.Asked.Council));
        scene.Browser = new Browser(site, scene.Leader.Id);
        return scene;
    }

    /// <summary>Everything that a decision needs: the themes in the order of the form, most comments first, then the finding without a theme.</summary>
    public static Dictionary<string, StringValues> Whole() => new(StringComparer.Ordinal)
    {
        ["Input.Decided"] = "We set every light to ten seconds.",
        ["Input.EqualityChange"] = "Older people have time to cross. Nobody waits longer than a minute.",
        ["Input.HasRead"] = "true",
        ["Input.ReadBy"] = "All nine members of the cabinet",
        ["Input.ReadOn.Day"] = "9",
        ["Input.ReadOn.Month"] = "6",
        ["Input.ReadOn.Year"] = "2026",
        ["Input.Answers[0].Kind"] = "Accepted",
        ["Input.Answers[0].Reason"] = "We set every light to ten seconds this year.",
        ["Input.Answers[1].Kind"] = "NotAccepted",
        ["Input.Answers[1].Reason"] = "Benches are not part of this budget.",
        ["Input.Answers[2].Kind"] = "Partly",
        ["Input.Answers[2].Reason"] = "Crossings first; side roads later.",
    };

    /// <summary>Publishes the summary with its recommendation, and then the decision, through the pages.</summary>
    public async Task<long> DecidedAsync()
    {
        var recommendation = await Asked.SentAsync();
        await PublishAsync(Whole());
        return recommendation;
    }

    public async Task<IHtmlDocument> PublishAsync(Dictionary<string, StringValues> answers)
    {
        var browser = new Browser(site, Leader.Id); // days may have passed since the last visit
        var check = await browser.SubmitAsync(await browser.GetAsync(Desk), answers);
        return await browser.SubmitAsync(check, button: "Publish the decision");
    }

    public Task<List<Letter>> LettersAsync(string kind) => site.AskAsync(db => db.Letters.AsNoTracking().Where(l => l.Kind == kind).ToListAsync());
}

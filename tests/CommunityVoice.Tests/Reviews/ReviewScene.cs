using AngleSharp.Html.Dom;
using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Discussion;
using CommunityVoice.Frameworks;
using CommunityVoice.Notifications;
using CommunityVoice.People;
using CommunityVoice.Reviews;
using CommunityVoice.Tests.Strategies;
using CommunityVoice.Tests.Summaries;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Primitives;

namespace CommunityVoice.Tests.Reviews;

/// <summary>A review of Rivermead that an editor began through the pages, with one published summary and a council that may answer.</summary>
internal sealed class ReviewScene(Site site, SummaryScene said)
{
    public const string Path = "/reviews/neighbourhood-review";
    public const string Manage = "/manage" + Path;
    public const string Question = "How many nurses work at night, and how many are needed?";

    public SummaryScene Said { get; } = said;
    public Body Council { get; } = A.Body("Rivermead Council", BodyKind.Council);
    public Person Responder { get; } = A.Person("Bron P");
    public Framework Framework { get; } = Plan.Framework();
    public Browser Editor => Said.Browser;

    /// <summary>An effect among the guidelines, where a test asks for one.</summary>
    public FrameworkItem Effect => Framework.Items.Single(i => i.Kind == FrameworkItemKind.Impact);

    public static async Task<ReviewScene> MakeAsync(Site site, bool withEffect = false)
    {
        var scene = new ReviewScene(site, await SummaryScene.MakeAsync(site));
        if (withEffect) scene.Framework.Items.Add(new FrameworkItem(scene.Framework, FrameworkItemKind.Impact, "timely", "Seen in time", 9));
        await scene.Said.PublishedAsync();
        await site.SaveAsync(scene.Framework, [.. scene.Framework.Items]);
        await site.SaveAsync(scene.Responder);
        await site.SaveAsync(A.Membership(scene.Responder, scene.Said.Area, Capability.Respond, scene.Council));
        await scene.Editor.SubmitAsync(await scene.Editor.GetAsync("/manage/reviews/new"), new()
        {
            ["Input.Title"] = "Neighbourhood review",
            ["Input.About"] = "How fit Rivermead is.",
            ["Input.Area"] = "rivermead",
            ["Input.Framework"] = "guide",
        });
        return scene;
    }

    public async Task<IHtmlDocument> JudgeAsync(FrameworkItem item, Fitness now, Fitness future, string reason) =>
        await Editor.SubmitAsync(await Editor.GetAsync($"{Manage}/items/{item.Code}"), await JudgementAsync(now, future, reason));

    public async Task<Dictionary<string, StringValues>> JudgementAsync(Fitness now, Fitness future, string reason) => new(StringComparer.Ordinal)
    {
        ["Input.Now"] = $"{now}",
        ["Input.Future"] = $"{future}",
        ["Input.Reason"] = reason,
        ["Input.LocalNeeds"] = "Many people here live alone.",
        ["Input.Findings"] = $"{await site.AskAsync(db => db.Findings.Select(f => f.Id).FirstAsync())}",
        ["Input.Source"] = "Rota of May 2026, page 3",
        ["Input.Partners"] = new StringValues([nameof(PartnerTypes.ThirdSector), nameof(PartnerTypes.Communities)]),
    };

    public async Task<IHtmlDocument> AskAsync(string question = Question) => await Editor.SubmitAsync(await Editor.GetAsync($"{Manage}/ask"), new()
    {
        ["Input.Body"] = Council.Slug,
        ["Input.Item"] = Framework.Items[0].Code,
        ["Input.Question"] = question,
        ["Input.Why"] = "Two people waited until morning.",
    });

    /// <summary>Judges every item, says why primary care was not heard, and concludes.</summary>
    public async Task ConcludeAsync(string conclusion = "Help at night comes first.")
    {
        await Editor.SubmitAsync(await Editor.GetAsync($"{Manage}/consultations"), new() { ["Chosen"] = $"{Said.Consultation.Id}" });
        foreach (var item in Framework.Items) await JudgeAsync(item, Fitness.Partly, Fitness.Partly, "So so.");
        await Editor.SubmitAsync(await Editor.GetAsync($"{Manage}/not-heard"), new() { ["Because"] = "They meet in July." });
        await Editor.SubmitAsync(await Editor.GetAsync($"{Manage}/conclude"), new() { ["Conclusion"] = conclusion });
    }

    /// <summary>Publishes who was heard in the consultation: its people are counted, and somebody assessed what that could tell.</summary>
    public async Task TellWhoWasHeardAsync()
    {
        await site.DoAsync<CommunityVoiceDb>(db => CommentCounts.RecountAsync(db, Said.Consultation.Id, default));
        await site.AssessAsync(Said.Consultation.Id, Dataset.Heard);
        await site.DoAsync<HeardTables>(h => h.RefreshDueAsync(default));
    }

    /// <summary>What somebody is asked to sign, opened from the list.</summary>
    public static async Task<IHtmlDocument> OpenToSignAsync(Browser browser) =>
        await browser.GetAsync(Assert.Single((await browser.GetAsync("/manage/sign-offs")).QuerySelectorAll("main .cv-tasks a")).GetAttribute("href")!);

    /// <summary>Whoever answers for the council; days may have passed since the last visit.</summary>
    public Browser Answerer() => new(site, Responder.Id);

    public async Task<List<Letter>> LettersAsync(string email, string kind) => (await site.LettersToAsync(email)).FindAll(l => l.Kind == kind);
}

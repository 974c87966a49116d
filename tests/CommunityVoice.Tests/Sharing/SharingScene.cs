using AngleSharp.Html.Dom;
using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.People;
using CommunityVoice.Sharing;
using CommunityVoice.Tests.Areas;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Primitives;

namespace CommunityVoice.Tests.Sharing;

/// <summary>Two places in one system and one authority: 71 people spoke in Rivermead, which no voice body looks after, and 26 in Fellside, whose voice body is independent. A commissioner leads in the system.</summary>
internal sealed class SharingScene(Site site)
{
    public const string LeftOut = "Fellside, because Fellside Voice has not signed a sharing agreement for Two Rivers.";

    private static readonly Dictionary<string, int[]> Spoke = new(StringComparer.Ordinal)
    {
        ["Rivermead"] = [9, 2, 0, 0],
        ["Weirside"] = [12, 10, 9, 0],
        ["Hillgate"] = [8, 6, 14, 1],
        ["Tarn"] = [20, 3, 0, 2],
        ["Scar"] = [1, 0, 0, 0],
    };

    public Body Lead { get; } = A.Body("Two Rivers Commissioner", BodyKind.Commissioner);
    public Body Voice { get; } = A.Body("Fellside Voice");
    public Person Leader { get; } = A.Person("Rosa L", "rosa@example.org");
    public Person Signer { get; } = A.Person("Idris F", "idris@example.org");
    public NestedPlaces Nested { get; private set; } = null!;
    public Area System => Nested.System;

    public static async Task<SharingScene> MakeAsync(Site site)
    {
        var scene = new SharingScene(site);
        scene.Nested = await NestedPlaces.MakeAsync(site, Spoke);
        await site.SaveAsync(scene.Leader, scene.Signer);
        await site.SaveAsync(A.Membership(scene.Leader, scene.System, Capability.Respond, scene.Lead));
        await site.SaveAsync(A.Membership(scene.Signer, scene.Nested.Places[1], Capability.Publish | Capability.Moderate, scene.Voice));
        await scene.Nested.CountAsync();
        return scene;
    }

    public Browser LeaderBrowser() => new(site, Leader.Id);

    public Browser SignerBrowser() => new(site, Signer.Id);

    public Task<IHtmlDocument> ReadAsync(string path = "/areas/two-rivers") => new Browser(site).GetAsync(path);

    /// <summary>An agreement for the system that both have signed.</summary>
    public Task<SharingAgreement> AgreedAsync(DateOnly? from = null, DateOnly? until = null, Area? area = null) =>
        site.SaveAsync(A.SharingAgreement(area ?? System, Signer, Lead, [Voice], from, until));

    /// <summary>Written by the lead and not signed, with the voice body asked; its page.</summary>
    public async Task<string> AskedAsync()
    {
        var browser = LeaderBrowser();
        var page = await browser.SubmitAsync(await browser.GetAsync("/manage/sharing/new"), Answers(site.Now));
        page.Shows("Only you see it until you ask a voice body.");
        var path = new Uri(page.Url).AbsolutePath;
        (await browser.SubmitAsync(page, new() { ["Body"] = $"{Voice.Id}" }, button: "Ask it to sign")).Shows("Fellside Voice is asked to sign.");
        return path;
    }

    public Dictionary<string, StringValues> Answers(DateTimeOffset now)
    {
        var today = UkTime.Day(now);
        var answers = new Dictionary<string, StringValues>(StringComparer.Ordinal)
        {
            ["Input.For"] = $"{System.Id}/{Lead.Id}",
            ["Input.What"] = "Public comments and their themes.",
            ["Input.Safeguarding"] = "The safeguarding lead, 01632 960 021",
            ["Input.AccessRequests"] = "Whoever holds it",
            ["Input.Breaches"] = "The data protection officer",
            ["Input.Assessment"] = "Assessment 7",
            ["Input.AssessmentLink"] = "https://example.org/assessment-7",
            ["Input.PrivacyNotice"] = "https://example.org/privacy",
            ["Input.RetentionMonths"] = "24",
        };
        Put(answers, "Input.StartsOn", today);
        Put(answers, "Input.EndsOn", today.AddDays(300));
        Put(answers, "Input.AssessedOn", today.AddDays(-5));
        return answers;
    }

    public static void Put(Dictionary<string, StringValues> answers, string field, DateOnly day) =>
        (answers[$"{field}.Day"], answers[$"{field}.Month"], answers[$"{field}.Year"]) = ($"{day.Day}", $"{day.Month}", $"{day.Year}");

    /// <summary>Signs for a body as one of its people would.</summary>
    public static async Task<IHtmlDocument> SignAsync(Browser browser, string body)
    {
        var page = await browser.FollowAsync(await browser.GetAsync("/manage/sign-offs"), "Sharing in Two Rivers");
        return await browser.SubmitAsync(page, button: $"Sign it for {body}");
    }

    public Task<List<string>> VerbsAsync() => site.AskAsync(db => db.ActivityEntries.Where(e => e.Subject == nameof(SharingAgreement)).OrderBy(e => e.Id).Select(e => e.Verb).ToListAsync());
}

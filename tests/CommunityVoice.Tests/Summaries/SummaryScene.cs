using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Discussion;
using CommunityVoice.People;
using CommunityVoice.Summaries;
using CommunityVoice.Themes;
using CommunityVoice.Voting;
using Microsoft.Extensions.Primitives;

namespace CommunityVoice.Tests.Summaries;

/// <summary>A consultation in Rivermead that people have answered: 20 residents, 9 groups and 3 carers, two themes, a ballot with 20 papers, and an editor of the voice body.</summary>
internal sealed class SummaryScene(Site site)
{
    public const string Path = "/summaries/what-we-heard";

    public Area Area { get; } = A.Area();
    public Area Weirside { get; } = A.Area("Weirside", AreaLevel.Ward);
    public Area Hillgate { get; } = A.Area("Hillgate", AreaLevel.Ward);
    public Person Editor { get; } = A.Person("Edie Tor");
    public Consultation Consultation { get; private set; } = null!;
    public List<Person> People { get; } = [];
    public List<Comment> Comments { get; } = [];
    public Theme Lights { get; private set; } = null!;
    public Ballot Ballot { get; private set; } = null!;
    public Browser Browser { get; private set; } = null!;
    private string? About { get; init; }

    public static async Task<SummaryScene> MakeAsync(Site site)
    {
        var scene = new SummaryScene(site);
        await scene.SaveAsync();
        return scene;
    }

    /// <summary>Publishes a report on any consultation through the pages, resting on the first two comments offered that hold a word; answers its address.</summary>
    public static async Task<string> ReportAsync(Site site, Browser editor, Consultation consultation, string title, string finding = "The lights change too fast", string about = "")
    {
        await new SummaryScene(site) { Browser = editor, Consultation = consultation, About = about }.PublishedAsync(title, finding);
        return $"/summaries/{A.Slug(title)}";
    }

    /// <summary>A draft that lacks nothing, made through the pages; answers its id.</summary>
    public async Task<long> DraftAsync(string title = "What we heard", string finding = "The lights change too fast")
    {
        var page = await Browser.SubmitAsync(await Browser.GetAsync("/manage/summaries/start"), new() { ["Input.Consultation"] = Consultation.Slug, ["Input.Title"] = title });
        var id = long.Parse(new Uri(page.Url).Segments[^1], System.Globalization.CultureInfo.InvariantCulture);
        foreach (var section in SectionTemplate.All.Where(s => s.IsRequired)) await WriteAsync(id, section.Kind, $"Words of {section.Kind}.");
        await DescribeAsync(id);
        if (About is null) await AddFindingAsync(id, finding, Comments[0].Id, Comments[1].Id);
        else await AddFindingAsync(id, finding, About);
        await Browser.SubmitAsync(await Browser.GetAsync($"/manage/summaries/{id}/figures"));
        return id;
    }

    /// <summary>Says when an answer is due and what the method was.</summary>
    public async Task DescribeAsync(long id)
    {
        await Browser.SubmitAsync(await Browser.GetAsync($"/manage/summaries/{id}/title"),
            new() { ["Input.ResponseDueOn.Day"] = "1", ["Input.ResponseDueOn.Month"] = "9", ["Input.ResponseDueOn.Year"] = "2026" });
        await Browser.SubmitAsync(await Browser.GetAsync($"/manage/summaries/{id}/method"),
            new() { ["Input.Reading"] = "ThemesByTwo", ["Input.Saturation"] = "NotReached", ["Input.Sentiment"] = "Mixed" });
    }

    public async Task<long> PublishedAsync(string title = "What we heard", string finding = "The lights change too fast")
    {
        var id = await DraftAsync(title, finding);
        await Browser.SubmitAsync(await Browser.GetAsync($"/manage/summaries/{id}/publish"), button: "Publish");
        return id;
    }

    public Task<AngleSharp.Html.Dom.IHtmlDocument> PublishAsync(long id, HttpStatusCode expected = HttpStatusCode.OK) => PublishAsync(Browser, id, expected);

    /// <summary>Presses the button that publishes, as a browser of the editor that may be newer than the scene's.</summary>
    public static async Task<AngleSharp.Html.Dom.IHtmlDocument> PublishAsync(Browser browser, long id, HttpStatusCode expected = HttpStatusCode.OK) =>
        await browser.SubmitAsync(await browser.GetAsync($"/manage/summaries/{id}/publish"), expected: expected, button: "Publish");

    /// <summary>Publishes a correction in which one section says something else; answers its id.</summary>
    public async Task<long> CorrectedAsync(long id, SectionKind kind, string body)
    {
        var tasks = await Browser.SubmitAsync(await Browser.GetAsync($"/manage/summaries/{id}/correct"), new() { ["Input.Note"] = "A number was wrong." });
        var second = long.Parse(new Uri(tasks.Url).Segments[^1], System.Globalization.CultureInfo.InvariantCulture);
        await WriteAsync(second, kind, body);
        await PublishAsync(second);
        return second;
    }

    public async Task WriteAsync(long id, SectionKind kind, string body) =>
        await Browser.SubmitAsync(await Browser.GetAsync($"/manage/summaries/{id}/sections/{kind.ToString().ToLowerInvariant()}"), new() { ["Input.Body"] = body });

    /// <summary>Adds a finding and ticks the comments it rests on.</summary>
    public async Task AddFindingAsync(long id, string heading, params long[] comments)
    {
        var form = await Browser.GetAsync($"/manage/summaries/{id}/findings/new");
        var choose = await Browser.SubmitAsync(form, new() { ["Input.Heading"] = heading, ["Input.Body"] = "Many said so." });
        if (comments.Length > 0) await Browser.SubmitAsync(choose, new() { ["Ids"] = new StringValues([.. comments.Select(c => $"{c}")]) }, button: "Add these");
    }

    private async Task AddFindingAsync(long id, string heading, string about)
    {
        var choose = await Browser.SubmitAsync(await Browser.GetAsync($"/manage/summaries/{id}/findings/new"), new() { ["Input.Heading"] = heading, ["Input.Body"] = "Many said so." });
        if (about.Length > 0) choose = await Browser.GetAsync($"{new Uri(choose.Url).AbsolutePath}?words={about}");
        var offered = choose.QuerySelectorAll("input[name='Ids']").Take(2).Select(i => i.GetAttribute("value")!).ToArray();
        Assert.Equal(2, offered.Length);
        await Browser.SubmitAsync(choose, new() { ["Ids"] = new StringValues(offered) }, button: "Add these");
    }

    /// <summary>The page to quote or take out the citation of a comment.</summary>
    public async Task<AngleSharp.Html.Dom.IHtmlDocument> CitationPageAsync(long id, long commentId)
    {
        var citation = await site.AskAsync(db => Task.FromResult(db.Citations.First(c => c.CommentId == commentId && c.Finding.VersionId == id).Id));
        return await Browser.GetAsync($"/manage/summaries/{id}/citations/{citation}");
    }

    private async Task SaveAsync()
    {
        await site.SaveAsync(Area, Weirside, Hillgate, new AreaLink(Area, AreaLinkKind.Contains, Weirside), new AreaLink(Area, AreaLinkKind.Contains, Hillgate), Editor);
        await site.SaveAsync(A.Membership(Editor, Area, Capability.Publish, A.Body()));
        Consultation = await site.SaveAsync(A.Consultation(area: Area));
        Voice[] voices = [.. Enumerable.Repeat(Voice.Resident, 20), .. Enumerable.Repeat(Voice.CommunityGroup, 9), .. Enumerable.Repeat(Voice.Carer, 3)];
        foreach (var (voice, i) in voices.Select((v, i) => (v, i))) People.Add(A.Person($"Person {i}", voice: voice, area: Weirside));
        await site.SaveAsync(People[0], [.. People.Skip(1)]);
        Comments.AddRange(People.Select((p, i) => A.Comment(Consultation, p, $"The lights change too fast for neighbour {i}.")));
        await site.SaveAsync(Comments[0], [.. Comments.Skip(1)]);
        Lights = await site.SaveAsync(new Theme(Area, "Lights", "lights"));
        var single = await site.SaveAsync(new Theme(Area, "Benches", "benches"));
        await site.SaveAsync(new Coding(single, Comments[31], Editor.Id, site.Now), [.. Comments.Take(14).Select(c => new Coding(Lights, c, Editor.Id, site.Now))]);
        Ballot = await site.SaveAsync(A.Ballot(Consultation));
        foreach (var person in People.Take(20)) await CastAsync(person);
        await site.DoAsync<Sealer>(s => s.SealDueAsync(default));
        Browser = new Browser(site, Editor.Id);
    }

    private async Task CastAsync(Person person)
    {
        var participant = await site.AskAsync<Participants, Guid>(p => p.ForAsync(person.Id, default));
        await site.AskAsync<Casting, CastResult>(c => c.CastAsync(Ballot.Id, participant, new Dictionary<long, int> { [Ballot.Priorities[0].Id] = 2 }, default));
    }
}

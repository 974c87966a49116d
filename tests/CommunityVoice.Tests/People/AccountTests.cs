using System.Text.Json;
using CommunityVoice.Areas;
using CommunityVoice.Discussion;
using CommunityVoice.Notifications;
using CommunityVoice.People;
using CommunityVoice.Web.Verbs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityVoice.Tests.People;

public sealed class AccountTests : SiteTest
{
    [Fact]
    public async Task A_new_name_and_a_postcode_are_kept_and_the_name_shows_beside_what_was_said()
    {
        var ward = A.Area("Weirside", AreaLevel.Ward);
        var asha = await Site.SaveAsync(A.Person("Asha B"), ward);
        var comment = await Site.SaveAsync(A.Comment(A.Consultation(), asha), new Postcode("QV41AA", ward.Id, null, null, null, null));
        var browser = new Browser(Site, asha.Id, secondFactor: false);

        var page = await browser.GetAsync("/account/profile");
        page = await browser.SubmitAsync(page, new(StringComparer.Ordinal) { ["Input.Postcode"] = "M1 1AA" }, HttpStatusCode.UnprocessableEntity);
        page.ShowsError("Input.Postcode", "We do not have this postcode in our list. Check it, or choose your area from the list");
        page = await browser.SubmitAsync(page, new(StringComparer.Ordinal) { ["Input.DisplayName"] = "Asha from Weirside", ["Input.Postcode"] = "qv4 1aa", ["Input.ShowsArea"] = "true" });

        page.Shows("Weirside, shown beside what you say");
        page.Shows("Safer crossings");
        Assert.Equal("Asha from Weirside", await Site.AskAsync(db => db.Comments.Where(c => c.Id == comment.Id).Select(c => c.AuthorName).SingleAsync()));
    }

    [Fact]
    public async Task The_file_of_what_we_hold_has_what_they_said_and_nothing_of_others()
    {
        var asha = await Site.SaveAsync(A.Person("Asha B", "asha@example.org"));
        var bill = await Site.SaveAsync(A.Person("Bill H"));
        var consultation = A.Consultation();
        await Site.SaveAsync(A.Comment(consultation, asha, "My words."), A.Comment(consultation, bill, "Their words."));
        var browser = new Browser(Site, asha.Id, secondFactor: false);

        var page = await browser.GetAsync("/account/data");
        var form = Form.Find(page, [], "Download the file");
        var file = await (await browser.SendAsync(form.Method, form.Address, form.Content)).Content.ReadAsStringAsync();
        var held = JsonDocument.Parse(file).RootElement;
        Assert.Equal("asha@example.org", held.GetProperty("Person")[0].GetProperty("Email").GetString());
        Assert.Equal("My words.", held.GetProperty("Comment")[0].GetProperty("Body").GetString());
        Assert.DoesNotContain("Their words.", file, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Closing_an_account_leaves_the_words_and_nothing_that_tells_whose_they_were()
    {
        var asha = await Site.SaveAsync(A.Person("Asha B", "asha@example.org"));
        var bill = await Site.SaveAsync(A.Person("Bill H"));
        var consultation = A.Consultation();
        var (hers, his) = (A.Comment(consultation, asha), A.Comment(consultation, bill));
        await Site.SaveAsync(hers, his);
        await Site.DoAsync<Conversation>(c => c.SupportAsync(asha.Id, his.Id, default));
        Assert.Equal(1, await Site.AskAsync(db => db.Comments.Where(c => c.Id == his.Id).Select(c => c.Supports).SingleAsync()));

        var browser = new Browser(Site, asha.Id, secondFactor: false);
        var page = await browser.SubmitAsync(await browser.GetAsync("/account/close"), button: "Close my account");
        page.Shows("Your account is closed");

        var kept = await Site.AskAsync(db => db.Comments.SingleAsync(c => c.Id == hers.Id));
        Assert.Equal((null, "A former member"), (kept.AuthorId, kept.AuthorName));
        Assert.Equal(0, await Site.AskAsync(db => db.Comments.Where(c => c.Id == his.Id).Select(c => c.Supports).SingleAsync()));
        Assert.Equal(["Bill H"], await Site.AskAsync(db => db.People.Select(p => p.DisplayName).ToListAsync()));
    }

    [Fact]
    public async Task A_letter_is_a_file_once_however_often_it_is_sent()
    {
        await using var scope = Site.Services.CreateAsyncScope();
        var outbox = scope.ServiceProvider.GetRequiredService<Letters>();
        var letter = outbox.Write("asha@example.org", "sign-in", new Dictionary<string, string>(StringComparer.Ordinal) { ["code"] = "123456", ["link"] = "https://site.example/x", ["expires"] = "10:10" });
        var mailer = scope.ServiceProvider.GetRequiredService<IMailer>();
        await mailer.SendAsync(letter, default);
        await mailer.SendAsync(letter, default);

        var folder = scope.ServiceProvider.GetRequiredService<Microsoft.Extensions.Options.IOptions<MailOptions>>().Value.PickupFolder;
        var file = Assert.Single(Directory.GetFiles(folder));
        Assert.Equal($"{letter.Id}.eml", Path.GetFileName(file));
        Assert.Contains("Your code is 123456", await File.ReadAllTextAsync(file), StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_and_what_they_may_do_are_added_by_command_and_again_without_doubling()
    {
        var body = A.Body();
        body.Grant(A.Area(), Bodies.Capability.Moderate | Bodies.Capability.Publish, "The voice body", "Contract", FakeClock.Today.AddDays(-9));
        await Site.SaveAsync(body);
        for (var i = 0; i < 2; i++)
        {
            Assert.Equal(0, await RunAsync("add-person", "grace@example.org", "Grace N", "--voice", "PublicService"));
            Assert.Equal(0, await RunAsync("grant", "grace@example.org", "rivermead-voice", "moderate,publish", "--role", "Editor"));
        }
        var member = await Site.AskAsync(db => db.Memberships.Include(m => m.Person).SingleAsync());
        Assert.Equal(("Grace N", Voice.PublicService, "Editor"), (member.Person.DisplayName, member.Person.Voice, member.Role));
        Assert.Equal(2, await Site.AskAsync(db => db.ActivityEntries.CountAsync()));

        await RefusesAsync("has no remit today", "grant", "grace@example.org", "rivermead-voice", "Plan");
        await RefusesAsync("There is no capability", "grant", "grace@example.org", "rivermead-voice", "Everything");
        await RefusesAsync("There is no body \"nowhere\". The bodies are rivermead-voice.", "grant", "grace@example.org", "nowhere", "Moderate");
        await RefusesAsync("use add-person first", "grant", "nobody@example.org", "rivermead-voice", "Moderate");
        await RefusesAsync("is not an e-mail address", "add-person", "grace", "Grace N");
    }

    private Task<int> RunAsync(params string[] args) => Verb.Asked(args)!.RunAsync(Site.Services, args);

    private async Task RefusesAsync(string sentence, params string[] args) =>
        Assert.Contains(sentence, (await Assert.ThrowsAsync<Web.Wiring.StartProblem>(() => RunAsync(args))).Message, StringComparison.Ordinal);
}

using CommunityVoice.People;
using CommunityVoice.Reviews;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.Reviews;

public sealed class FitnessTests : SiteTest
{
    [Fact]
    public async Task What_is_found_of_an_item_is_public_with_its_reason_and_what_it_rests_on()
    {
        var scene = await ReviewScene.MakeAsync(Site);
        var item = scene.Framework.Items[0];
        var reader = new Browser(Site);
        (await reader.GetAsync(ReviewScene.Path)).Shows($"{item.Title} Not said yet Not said yet");

        await scene.JudgeAsync(item, Fitness.Partly, Fitness.NotFit, "There is nobody at night.");

        (await reader.GetAsync(ReviewScene.Path)).Shows($"{item.Title} Partly fit Not fit");
        var page = await reader.GetAsync($"{ReviewScene.Path}/items/{item.Code}");
        page.Shows("Now Partly fit For the future Not fit Said by Rivermead Voice");
        page.Shows("There is nobody at night.");
        page.Shows("Many people here live alone.");
        page.Shows("Rota of May 2026, page 3");
        Assert.Contains("/summaries/what-we-heard#finding-1", page.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")));
        Assert.Equal("review.judged", await Site.AskAsync(db => db.ActivityEntries.OrderByDescending(e => e.Id).Select(e => e.Verb).FirstAsync()));
    }

    [Fact]
    public async Task A_later_judgement_stands_before_the_earlier_one_and_both_are_in_the_file()
    {
        var scene = await ReviewScene.MakeAsync(Site);
        var item = scene.Framework.Items[1];
        await scene.JudgeAsync(item, Fitness.NotFit, Fitness.NotKnown, "Nothing is there, and =nobody knows.");
        (await scene.Editor.GetAsync($"{ReviewScene.Manage}/items/{item.Code}")).Shows("now not fit, for the future not known");

        await scene.JudgeAsync(item, Fitness.Fit, Fitness.Fit, "It opened.");

        var reader = new Browser(Site);
        (await reader.GetAsync(ReviewScene.Path)).Shows($"{item.Title} Fit for purpose Fit for purpose");
        var headings = (await reader.GetAsync($"{ReviewScene.Path}/items/{item.Code}")).QuerySelectorAll("article h2").Select(h => h.Words()).ToList();
        Assert.Equal(["What was found", "Found earlier"], headings.Select(h => h.Split(',')[0]));
        var lines = (await (await reader.SendAsync(HttpMethod.Get, $"{ReviewScene.Path}/fitness.csv")).Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(5, lines.Length); // the heading, two judgements, two items without one
        Assert.Contains("Not fit,Not known", lines[2], StringComparison.Ordinal);
        Assert.Contains("Fit for purpose,Fit for purpose,It opened.", lines[3], StringComparison.Ordinal);
        Assert.Equal($"{scene.Framework.Items[2].Code},{scene.Framework.Items[2].Title},,,,,,,,,,,,,,,", lines[4]);
    }

    [Fact]
    public async Task What_is_missing_is_said_and_what_was_typed_is_kept()
    {
        var scene = await ReviewScene.MakeAsync(Site);
        var address = $"{ReviewScene.Manage}/items/{scene.Framework.Items[0].Code}";
        var fields = await scene.JudgementAsync(Fitness.Fit, Fitness.Fit, "");
        fields["Input.LocalNeeds"] = "";
        fields.Remove("Input.Partners");

        var page = await scene.Editor.SubmitAsync(await scene.Editor.GetAsync(address), fields, HttpStatusCode.UnprocessableEntity);

        page.ShowsError("Input.Reason", "Say why");
        page.ShowsError("Input.LocalNeeds", "Say what people here need of it");
        page.ShowsError("Input.Partners", "Tick who else has a part in it");
        Assert.Equal("Rota of May 2026, page 3", page.QuerySelector("[name='Input.Source']")!.TextContent.Trim());
        Assert.Equal(0, await Site.AskAsync(db => db.ItemJudgements.CountAsync()));
    }

    [Fact]
    public async Task Only_who_publishes_or_plans_there_looks_after_a_review()
    {
        var scene = await ReviewScene.MakeAsync(Site);
        var item = scene.Framework.Items[0].Code;

        foreach (var address in new[] { "", $"/items/{item}", "/ask", "/not-heard", "/conclude", "/consultations", "/partners", "/stand-behind", "/meetings", "/meetings/new" })
        {
            Assert.Equal("/account/not-allowed", (await scene.Answerer().SendOnceAsync(HttpMethod.Get, ReviewScene.Manage + address)).Headers.Location?.AbsolutePath);
            Assert.Equal("/account/sign-in", (await new Browser(Site).SendOnceAsync(HttpMethod.Get, ReviewScene.Manage + address)).Headers.Location?.AbsolutePath);
        }
        await scene.Editor.GetAsync($"{ReviewScene.Manage}/items/{item}");
        await scene.Editor.GetAsync($"{ReviewScene.Manage}/items/nothing", HttpStatusCode.NotFound);
        await new Browser(Site).GetAsync($"{ReviewScene.Path}/items/nothing", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_review_is_concluded_only_when_every_item_is_judged_and_each_voice_was_heard_or_said_why_not()
    {
        var scene = await ReviewScene.MakeAsync(Site);
        await scene.Editor.SubmitAsync(await scene.Editor.GetAsync($"{ReviewScene.Manage}/consultations"), new() { ["Chosen"] = $"{scene.Said.Consultation.Id}" });
        (await new Browser(Site).GetAsync(ReviewScene.Path)).Shows("In which voices people spoke is shown once 20 people have taken part");
        (await new Browser(Site).GetAsync(ReviewScene.Path)).DoesNotShow("Not heard");
        await scene.TellWhoWasHeardAsync();
        (await new Browser(Site).GetAsync(ReviewScene.Path)).Shows("Not heard yet: primary care networks and practices. Nobody has said why.");

        var refused = await scene.Editor.SubmitAsync(
            await scene.Editor.GetAsync($"{ReviewScene.Manage}/conclude"), new() { ["Conclusion"] = "Help at night comes first." }, HttpStatusCode.UnprocessableEntity);

        refused.Shows("Say how fit this is: Help that is near");
        refused.Shows("Hear primary care networks and practices, or say why they were not heard");
        refused.DoesNotShow("Hear residents");
        foreach (var item in scene.Framework.Items) await scene.JudgeAsync(item, Fitness.Partly, Fitness.Partly, "So so.");
        await scene.Editor.SubmitAsync(await scene.Editor.GetAsync($"{ReviewScene.Manage}/not-heard"), new() { ["Because"] = "They meet in July." });
        await scene.Editor.SubmitAsync(await scene.Editor.GetAsync($"{ReviewScene.Manage}/conclude"), new() { ["Conclusion"] = "Help at night comes first." });

        var page = await new Browser(Site).GetAsync(ReviewScene.Path);
        page.Shows("What is taken from it Help at night comes first.");
        page.Shows("Not heard yet: primary care networks and practices. They meet in July.");
        page.Shows("Safer crossings");
        Assert.NotEmpty(page.QuerySelectorAll("figure"));
    }

    [Fact]
    public void Nobody_judges_an_item_of_other_guidelines()
    {
        var framework = Strategies.Plan.Framework();
        var review = new Review("Review", "review", A.Area(), framework, "");
        var other = Strategies.Plan.Framework();
        typeof(CommunityVoice.Frameworks.FrameworkItem).GetProperty(nameof(CommunityVoice.Frameworks.FrameworkItem.FrameworkId))!.SetValue(other.Items[0], 7L);

        Assert.Throws<ArgumentException>(() => review.Judge(other.Items[0], new(Fitness.Fit, Fitness.Fit, "Good", "Much", "", []), A.Body(), Guid.NewGuid(), FakeClock.Start));
    }

    [Fact]
    public void The_voices_a_review_needs_are_those_of_residents_primary_care_and_groups() =>
        Assert.Equal([Voice.Resident, Voice.PrimaryCare, Voice.CommunityGroup], ReviewQueries.NeededVoices);
}

using CommunityVoice.Content;
using CommunityVoice.Data;
using CommunityVoice.Summaries;
using CommunityVoice.Tests.Recommendations;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.Summaries;

/// <summary>What a report must hold (rules R-B2, R-B8, R-B15): each part is refused on its own where it is missing.</summary>
public sealed class ReportTemplateTests : SiteTest
{
    private SummaryScene scene = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        scene = await SummaryScene.MakeAsync(Site);
    }

    [Theory]
    [InlineData(SectionKind.Summary)]
    [InlineData(SectionKind.WhyWeDidThis)]
    [InlineData(SectionKind.WhoWeHeardFrom)]
    [InlineData(SectionKind.MethodAndLimits)]
    [InlineData(SectionKind.Response)]
    [InlineData(SectionKind.WhatHappensNext)]
    [InlineData(SectionKind.Circulation)]
    public async Task A_report_without_this_section_is_refused(SectionKind kind)
    {
        var id = await scene.DraftAsync();
        await scene.WriteAsync(id, kind, "");

        var refused = await scene.PublishAsync(id, HttpStatusCode.UnprocessableEntity);

        Assert.Equal($"Write the section “{SectionTemplate.Of(kind).Heading}”", Assert.Single(Lacks(refused)));
        Assert.Equal(HttpStatusCode.NotFound, (await new Browser(Site).SendAsync(HttpMethod.Get, SummaryScene.Path)).StatusCode);
    }

    [Fact]
    public async Task A_report_that_does_not_say_its_method_saturation_and_sentiment_is_refused()
    {
        var id = await scene.DraftAsync();
        await Site.DoAsync<CommunityVoiceDb>(db => db.SummaryVersions.ExecuteUpdateAsync(set => set.SetProperty(v => v.Saturation, (Saturation?)null)));

        var refused = await scene.PublishAsync(id, HttpStatusCode.UnprocessableEntity);

        Assert.Equal("Say how comments were read, whether saturation was reached, and how people felt", Assert.Single(Lacks(refused)));
        Assert.EndsWith("/method", refused.QuerySelector(".cv-tasks a")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_without_a_slot_for_an_answer_is_refused()
    {
        var id = await scene.DraftAsync();
        await scene.Browser.SubmitAsync(await scene.Browser.GetAsync($"/manage/summaries/{id}/title"),
            new() { ["Input.ResponseDueOn.Day"] = "", ["Input.ResponseDueOn.Month"] = "", ["Input.ResponseDueOn.Year"] = "" });

        var refused = await scene.PublishAsync(id, HttpStatusCode.UnprocessableEntity);

        Assert.Equal("Say by when an answer is due, or add a recommendation", Assert.Single(Lacks(refused)));
    }

    [Fact]
    public async Task A_report_without_frozen_figures_is_refused()
    {
        var id = await scene.DraftAsync();
        await Site.DoAsync<CommunityVoiceDb>(db => db.Figures.ExecuteDeleteAsync());

        Assert.Equal("Freeze the figures", Assert.Single(Lacks(await scene.PublishAsync(id, HttpStatusCode.UnprocessableEntity))));
    }

    [Fact]
    public async Task Method_in_short_says_what_was_not_chosen()
    {
        var id = await scene.DraftAsync();
        await Site.DoAsync<CommunityVoiceDb>(db => db.SummaryVersions.ExecuteUpdateAsync(set => set.SetProperty(v => v.Saturation, (Saturation?)null)));

        var refused = await scene.Browser.SubmitAsync(await scene.Browser.GetAsync($"/manage/summaries/{id}/method"), expected: HttpStatusCode.UnprocessableEntity);

        refused.ShowsError("Input.Saturation", "Choose whether saturation was reached");
        Assert.Equal("ThemesByTwo", refused.QuerySelector("input[name='Input.Reading'][checked]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Readers_see_method_saturation_sentiment_and_who_gets_it()
    {
        var id = await scene.DraftAsync();
        await scene.WriteAsync(id, SectionKind.Circulation, "Rivermead Council, by e-mail\n\n- The library, one printed copy");
        await scene.PublishAsync(id);

        var page = await new Browser(Site).GetAsync(SummaryScene.Path);
        page.Shows("Two people read the comments and agreed the themes");
        page.Shows("Saturation not reached: new themes still came up at the end");
        page.Shows("Mixed");
        Assert.Equal(["Rivermead Council, by e-mail", "The library, one printed copy"], page.QuerySelectorAll("section[aria-labelledby=circulation] li").Select(li => li.TextContent.Trim()));
    }

    [Fact]
    public async Task The_circulation_list_is_frozen_with_the_version()
    {
        var id = await scene.DraftAsync();
        await scene.WriteAsync(id, SectionKind.Circulation, "The council");
        await scene.PublishAsync(id);
        await scene.CorrectedAsync(id, SectionKind.Circulation, "The council\nThe hospital");

        var reader = new Browser(Site);
        (await reader.GetAsync(SummaryScene.Path)).Shows("The hospital");
        (await reader.GetAsync($"{SummaryScene.Path}/v1")).DoesNotShow("The hospital");
    }

    [Fact]
    public async Task Answers_and_outcomes_are_filled_from_their_records()
    {
        var recommending = await RecommendationScene.MakeAsync(Site, scene);
        var id = await recommending.SentAsync();
        (await new Browser(Site).GetAsync(SummaryScene.Path)).Shows("Nobody has reported yet what became of the recommendations.");
        await recommending.AnswerAsync(id);
        await recommending.Answerer.SubmitAsync(await recommending.Answerer.GetAsync($"/manage/recommendations/{id}/outcome"), new()
        {
            ["Input.State"] = "Done",
            ["Input.On.Day"] = "9",
            ["Input.On.Month"] = "6",
            ["Input.On.Year"] = "2026",
            ["Input.Effect"] = "People cross in time.",
        });

        var page = await new Browser(Site).GetAsync(SummaryScene.Path);

        Assert.Contains("Accepted. We set the lights to ten seconds.", page.QuerySelector("section[aria-labelledby=answer]")!.Words(), StringComparison.Ordinal);
        Assert.Contains("Done, recommendation 1: People cross in time.", page.QuerySelector("section[aria-labelledby=next]")!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_published_before_the_site_says_how_topics_are_chosen()
    {
        Assert.Equal(PublishingLacks.Policy, PublishingLacks.Of(new ContentLibrary([]))?.Field);

        var page = await new Browser(Site).FollowAsync(await new Browser(Site).GetAsync("/summaries"), "How we choose topics");
        (await new Browser(Site).FollowAsync(page, "This page in Easy Read")).Shows("We have to choose.");
    }

    private static List<string> Lacks(AngleSharp.Html.Dom.IHtmlDocument page) => [.. page.QuerySelectorAll(".cv-tasks a").Select(a => a.TextContent)];
}

using CommunityVoice.Analysis.Ballots;
using CommunityVoice.Consultations;
using CommunityVoice.Discussion;
using CommunityVoice.Frameworks;
using CommunityVoice.Reviews;
using CommunityVoice.Themes;
using CommunityVoice.Voting;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.Manage;

public sealed class BallotOriginTests : SiteTest
{
    private const string New = "/manage/consultations/safer-crossings/ballots/new";
    private Office office = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        office = new(Site);
    }

    [Fact]
    public async Task Ideas_themes_and_framework_items_become_options_and_stay_credited()
    {
        var staff = await office.StaffAsync();
        var (idea, theme, item) = await SourcesAsync();
        var form = await staff.GetAsync(New);
        form.DoesNotShow("An idea that waits");

        var picks = Office.Answers(("Input.Title", "What first?"), ("Input.Method", "Support"), ("Input.Options[0].Title", "Something else"));
        picks["Input.Picks"] = new([$"Idea:{idea.Id}", $"Theme:{theme.Id}", $"FrameworkItem:{item.Id}"]);
        var page = await staff.SubmitAsync(form, picks, button: "Add these to the list");
        page.Shows("Credited: from somebody’s idea");
        Assert.Empty(page.QuerySelectorAll("[name='Input.Picks']"));
        await staff.SubmitAsync(page, Office.Answers(("Input.Options[2].Title", "Safer streets at night")));

        Assert.Equal([(PriorityOrigin.Written, null), (PriorityOrigin.Idea, idea.Id), (PriorityOrigin.Theme, theme.Id), (PriorityOrigin.FrameworkItem, (long?)item.Id)], await OriginsAsync());
        var edit = await staff.GetAsync($"/manage/ballots/{await Site.AskAsync(db => db.Ballots.Select(b => b.Id).SingleAsync())}");
        await staff.SubmitAsync(edit, button: "Save the ballot");
        Assert.Equal([PriorityOrigin.Written, PriorityOrigin.Idea, PriorityOrigin.Theme, PriorityOrigin.FrameworkItem], (await OriginsAsync()).Select(o => o.Origin));
    }

    [Fact]
    public async Task What_is_ticked_but_not_added_yet_is_saved_too()
    {
        var staff = await office.StaffAsync();
        var (idea, _, _) = await SourcesAsync();
        var answers = BallotSetUpTests.Filled(BallotMethod.Support);
        answers["Input.Picks"] = $"Idea:{idea.Id}";

        await staff.SubmitAsync(await staff.GetAsync(New), answers);

        Assert.Equal([(PriorityOrigin.Written, null), (PriorityOrigin.Written, null), (PriorityOrigin.Idea, (long?)idea.Id)], await OriginsAsync());
    }

    [Fact]
    public async Task An_origin_that_no_list_offered_is_credited_to_nobody()
    {
        var staff = await office.StaffAsync();
        await Site.SaveAsync(office.Consultation(published: false));
        var answers = BallotSetUpTests.Filled(BallotMethod.Support);
        (answers["Input.Options[0].Origin"], answers["Input.Options[0].OriginId"]) = ("Idea", "999");

        await staff.SubmitAsync(await staff.GetAsync(New), answers);

        Assert.All(await OriginsAsync(), o => Assert.Equal((PriorityOrigin.Written, null), o));
    }

    private async Task<(Idea, Theme, FrameworkItem)> SourcesAsync()
    {
        var author = A.Person();
        var space = A.ListeningSpace(area: office.Place, askedBy: office.Body);
        await Site.SaveAsync(author, space);
        var comment = A.Comment(space, author, "A bench half way up the hill.");
        var idea = new Idea(office.Place, author.Id, "A bench half way", "My mother needs to rest.", Site.Now);
        idea.Adopt(office.Body, comment, Site.Now);
        var theme = new Theme(office.Place, "Safer streets", "safer-streets");
        var framework = new Framework("plan", "The plan", "1", "Somewhere", null);
        var item = new FrameworkItem(framework, FrameworkItemKind.Goal, "1", "Care close to home", 1);
        framework.Items.Add(item);
        var consultation = new Consultation("Safer crossings", "safer-crossings", "What would help?", office.Place, office.Body, new Review("Review", "review", office.Place, framework, ""));
        consultation.Schedule(FakeClock.Today, FakeClock.Today.AddDays(35), null);
        await Site.SaveAsync(comment, idea, theme, consultation, new Idea(office.Place, author.Id, "An idea that waits", "For somebody to read it.", Site.Now));
        return (idea, theme, item);
    }

    private Task<List<(PriorityOrigin Origin, long? OriginId)>> OriginsAsync() => Site.AskAsync(async db =>
        (await db.Priorities.OrderBy(p => p.Order).ToListAsync()).ConvertAll(p => (p.Origin, p.OriginId)));
}

using CommunityVoice.Analysis.Ballots;
using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.People;
using CommunityVoice.Voting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Primitives;

namespace CommunityVoice.Tests.Manage;

public sealed class ConsultationDeskTests : SiteTest
{
    private readonly Area place = A.Area();
    private readonly Body body = A.Body();

    [Fact]
    public async Task Staff_start_write_and_publish_a_consultation_and_each_step_is_recorded()
    {
        var staff = await StaffAsync();
        var form = await staff.GetAsync("/manage/consultations/new");
        var task = await staff.SubmitAsync(form, new() { ["Input.Title"] = "Safer crossings", ["Input.AreaId"] = $"{place.Id}", ["Input.BodyId"] = $"{body.Id}" });
        task.Shows("Incomplete");

        var edit = await staff.GetAsync("/manage/consultations/safer-crossings/edit");
        var saved = await staff.SubmitAsync(edit, Facts());
        saved.Shows("Name at least one group known to be affected in the reach plan");
        await AffectAsync();
        (await staff.GetAsync("/manage/consultations/safer-crossings")).Shows("Completed");
        var published = await staff.SubmitAsync(await staff.GetAsync("/manage/consultations/safer-crossings/publish"));

        published.Shows("Published. People can have their say now.");
        await new Browser(Site).GetAsync("/consultations/safer-crossings");
        var verbs = await Site.AskAsync(db => db.ActivityEntries.Where(e => e.Subject == "Consultation").OrderBy(e => e.Id).Select(e => e.Verb).ToListAsync());
        Assert.Equal(["consultation.started", "consultation.described", "consultation.published"], verbs);
    }

    [Theory]
    [InlineData("Why", "Say why you are asking")]
    [InlineData("CanChange", "Say what can change")]
    [InlineData("CannotChange", "Say what cannot change")]
    [InlineData("Options", "Say what the options are")]
    [InlineData("CostsAndImpacts", "Say what is known about costs and effects")]
    [InlineData("DecisionMaker", "Say who decides")]
    [InlineData("PlannedAudience", "Say who you plan to hear from")]
    [InlineData("EndsDiscrimination", "Say how it helps to end discrimination")]
    [InlineData("AdvancesOpportunity", "Say how it advances equal opportunity")]
    [InlineData("FostersRelations", "Say how it fosters good relations")]
    [InlineData("Mitigations", "Say what is done about harm it might do")]
    [InlineData("LegalHook", "Say which law it rests on, or that it is none")]
    public async Task Publishing_says_which_field_lacks_what(string field, string message)
    {
        var staff = await StaffAsync();
        await Site.SaveAsync(new Consultation("Safer crossings", "safer-crossings", "", place, body));
        var facts = Facts();
        facts[$"Input.{field}"] = "";
        await staff.SubmitAsync(await staff.GetAsync("/manage/consultations/safer-crossings/edit"), facts);

        var page = await staff.GetAsync("/manage/consultations/safer-crossings/publish");

        page.Shows(message);
        Assert.DoesNotContain(page.QuerySelectorAll("button"), b => b.Words().StartsWith("Publish", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_short_period_needs_a_reason_that_everybody_sees()
    {
        var opens = FakeClock.Today;
        Assert.True(PublishingChecks.NeedsReason(opens, opens.AddDays(9)));
        Assert.False(PublishingChecks.NeedsReason(opens, opens.AddDays(27)));
        Assert.True(PublishingChecks.NeedsReason(new(2026, 8, 1), new(2026, 8, 31)));
        Assert.True(PublishingChecks.NeedsReason(new(2026, 12, 20), new(2027, 1, 5)));
        Assert.False(PublishingChecks.NeedsReason(new(2026, 12, 1), new(2027, 1, 5)));

        var staff = await StaffAsync();
        await Site.SaveAsync(new Consultation("Safer crossings", "safer-crossings", "", place, body));
        var facts = Facts();
        SetDate(facts, "ClosesOn", opens.AddDays(9));
        await staff.SubmitAsync(await staff.GetAsync("/manage/consultations/safer-crossings/edit"), facts);
        (await staff.GetAsync("/manage/consultations/safer-crossings/publish")).Shows("Give a reason for a period shorter than 28 days");
    }

    [Fact]
    public async Task More_time_needs_a_later_day_and_a_reason_moves_the_ballot_and_tells_who_took_part()
    {
        var staff = await StaffAsync();
        var asha = A.Person("Asha B", "asha@example.org");
        var consultation = A.Consultation(area: place, askedBy: body);
        await Site.SaveAsync(consultation, asha, A.Ballot(consultation));
        await Site.SaveAsync(A.Comment(consultation, asha));
        var form = await staff.GetAsync("/manage/consultations/safer-crossings/extend");

        var refused = await staff.SubmitAsync(form, Date("ClosesOn", FakeClock.Today), HttpStatusCode.UnprocessableEntity);
        Assert.Contains("The new closing day must be after the one it has", refused.QuerySelector("[data-error-summary]")!.Words(), StringComparison.Ordinal);
        Assert.Contains("Give a reason", refused.QuerySelector("[data-error-summary]")!.Words(), StringComparison.Ordinal);

        var later = FakeClock.Today.AddDays(60);
        var answers = Date("ClosesOn", later);
        answers["Input.Reason"] = "The library was flooded.";
        await staff.SubmitAsync(refused, answers);

        Assert.Equal(UkTime.EndOf(later), await Site.AskAsync(db => db.Ballots.Select(b => b.ClosesAt).SingleAsync()));
        (await new Browser(Site).GetAsync("/consultations/safer-crossings")).Shows("The library was flooded.");
        Assert.Contains("The library was flooded.", (await Site.MorningLetterToAsync("asha@example.org"))!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Closing_early_ends_the_talk_and_the_ballot_with_a_reason()
    {
        var staff = await StaffAsync();
        var consultation = A.Consultation(area: place, askedBy: body);
        await Site.SaveAsync(consultation, A.Ballot(consultation));

        var form = await staff.GetAsync("/manage/consultations/safer-crossings/close");
        await staff.SubmitAsync(form, new() { ["Input.Reason"] = "The money is gone." });

        var (open, ballots) = await Site.AskAsync(async db => (await db.Consultations.OpenAt(Site.Now).CountAsync(), await db.Ballots.CountAsync(b => b.ClosesAt > Site.Now)));
        Assert.Equal((0, 0), (open, ballots));
        await staff.GetAsync("/manage/consultations/safer-crossings/close", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Of_two_who_write_at_once_the_second_is_told_and_keeps_the_words()
    {
        var staff = await StaffAsync();
        await Site.SaveAsync(new Consultation("Safer crossings", "safer-crossings", "", place, body));
        var first = await staff.GetAsync("/manage/consultations/safer-crossings/edit");
        var second = await staff.GetAsync("/manage/consultations/safer-crossings/edit");
        await staff.SubmitAsync(first, new() { ["Input.Why"] = "Because of the first." });

        var refused = await staff.SubmitAsync(second, new() { ["Input.Why"] = "Because of the second." }, HttpStatusCode.UnprocessableEntity);

        Assert.Contains("Somebody else changed this", refused.QuerySelector("[data-error-summary]")!.Words(), StringComparison.Ordinal);
        Assert.Equal("Because of the second.", refused.QuerySelector("[name='Input.Why']")!.TextContent.Trim());
        Assert.Equal("Because of the first.", await Site.AskAsync(db => db.Consultations.Select(c => c.Why).SingleAsync()));
    }

    [Fact]
    public async Task Ballots_with_days_of_their_own_keep_them_as_far_as_they_fit()
    {
        var staff = await StaffAsync();
        var consultation = A.Consultation(area: place, askedBy: body);
        var (soon, late) = (UkTime.EndOf(FakeClock.Today.AddDays(3)), UkTime.EndOf(FakeClock.Today.AddDays(20)));
        var (early, own) = (new Ballot(consultation, "Early", new BallotRules(BallotMethod.Support), Site.Now, soon), new Ballot(consultation, "Own", new BallotRules(BallotMethod.Support), Site.Now, late));
        await Site.SaveAsync(consultation, A.Ballot(consultation), early, own);
        Task<DateTimeOffset?[]> Closings() => Site.AskAsync(db => db.Ballots.OrderBy(b => b.Id).Select(b => b.ClosesAt).ToArrayAsync());

        var later = FakeClock.Today.AddDays(60);
        var answers = Date("ClosesOn", later);
        answers["Input.Reason"] = "The library was flooded.";
        await staff.SubmitAsync(await staff.GetAsync("/manage/consultations/safer-crossings/extend"), answers);
        Assert.Equal([UkTime.EndOf(later), soon, late], await Closings());

        Site.Clock.Advance(TimeSpan.FromDays(10));
        staff = await StaffAsync();
        await staff.SubmitAsync(await staff.GetAsync("/manage/consultations/safer-crossings/close"), new() { ["Input.Reason"] = "The money is gone." });
        Assert.Equal([Site.Now, soon, Site.Now], await Closings());
    }

    [Fact]
    public async Task A_draft_whose_days_change_takes_its_ballots_along()
    {
        var staff = await StaffAsync();
        var consultation = A.Consultation(area: place, askedBy: body, published: false);
        await Site.SaveAsync(consultation, A.Ballot(consultation));
        var (opens, closes) = (FakeClock.Today.AddDays(5), FakeClock.Today.AddDays(50));
        var answers = Date("OpensOn", opens);
        SetDate(answers, "ClosesOn", closes);

        await staff.SubmitAsync(await staff.GetAsync("/manage/consultations/safer-crossings/edit"), answers);

        var ballot = await Site.AskAsync(db => db.Ballots.SingleAsync());
        Assert.Equal((UkTime.StartOf(opens), UkTime.EndOf(closes)), (ballot.OpensAt, ballot.ClosesAt));
    }

    [Fact]
    public async Task A_draft_is_previewed_by_staff_and_hidden_from_everybody_else()
    {
        var staff = await StaffAsync();
        await Site.SaveAsync(new Consultation("Safer crossings", "safer-crossings", "", place, body));

        (await staff.GetAsync("/consultations/safer-crossings")).Shows("This is a preview");
        await new Browser(Site).GetAsync("/consultations/safer-crossings", HttpStatusCode.NotFound);
        var resident = await Site.SaveAsync(A.Person());
        await new Browser(Site, resident.Id).GetAsync("/consultations/safer-crossings", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Sections_of_documents_keep_their_anchor_when_the_heading_changes()
    {
        var staff = await StaffAsync();
        await Site.SaveAsync(A.Consultation(area: place, askedBy: body, published: false));
        var document = await staff.SubmitAsync(await staff.GetAsync("/manage/consultations/safer-crossings/documents"), new() { ["Title"] = "The options" });
        document = await staff.SubmitAsync(document, new() { ["Input.Heading"] = "Lights", ["Input.Body"] = "Two sets." });
        var opened = await staff.FollowAsync(document, "Lights: change this section");
        await staff.SubmitAsync(opened, new() { ["Input.Heading"] = "Traffic lights" });

        var section = await Site.AskAsync(db => db.DocumentSections.SingleAsync());
        Assert.Equal(("lights", "Traffic lights"), (section.Anchor, section.Heading));
    }

    [Fact]
    public async Task Another_areas_staff_and_sessions_without_a_second_factor_are_refused()
    {
        await Site.SaveAsync(A.Consultation(area: place, askedBy: body));
        var elsewhere = A.Area("Elsewhere");
        var person = A.Person();
        await Site.SaveAsync(elsewhere, person);
        await Site.SaveAsync(A.Membership(person, elsewhere, Capability.Consult));

        foreach (var page in new[] { "", "/edit", "/extend", "/close", "/documents", "/ballots/new" })
        {
            await new Browser(Site, person.Id).GetAsync($"/manage/consultations/safer-crossings{page}", HttpStatusCode.Forbidden);
        }
        var own = await StaffMemberAsync();
        (await new Browser(Site, own.Id).GetAsync("/manage/consultations/safer-crossings")).Shows("Safer crossings");
        var once = new Browser(Site, own.Id, secondFactor: false);
        Assert.NotEqual(HttpStatusCode.OK, (await once.SendOnceAsync(HttpMethod.Get, "/manage/consultations/safer-crossings")).StatusCode);
    }

    private static Dictionary<string, StringValues> Facts()
    {
        var facts = new Dictionary<string, StringValues>(StringComparer.Ordinal)
        {
            ["Input.Question"] = "Where would a crossing help?",
            ["Input.Why"] = "Two people were hurt here.",
            ["Input.DecisionMaker"] = "Rivermead Council",
            ["Input.CanChange"] = "Where crossings go.",
            ["Input.CannotChange"] = "The budget.",
            ["Input.Options"] = "Lights or a zebra.",
            ["Input.CostsAndImpacts"] = "£48,000.",
            ["Input.PlannedAudience"] = "Everybody nearby.",
            ["Input.EndsDiscrimination"] = "Nobody is left out.",
            ["Input.AdvancesOpportunity"] = "Older people cross most.",
            ["Input.FostersRelations"] = "People meet.",
            ["Input.Mitigations"] = "Benches.",
            ["Input.LegalHook"] = "s14z45-proposals",
            ["Input.Involvement"] = "Consulted",
        };
        SetDate(facts, "OpensOn", FakeClock.Today);
        SetDate(facts, "ClosesOn", FakeClock.Today.AddDays(40));
        return facts;
    }

    private static Dictionary<string, StringValues> Date(string field, DateOnly day)
    {
        var answers = new Dictionary<string, StringValues>(StringComparer.Ordinal);
        SetDate(answers, field, day);
        return answers;
    }

    private static void SetDate(Dictionary<string, StringValues> answers, string field, DateOnly day)
    {
        answers[$"Input.{field}.Day"] = $"{day.Day}";
        answers[$"Input.{field}.Month"] = $"{day.Month}";
        answers[$"Input.{field}.Year"] = $"{day.Year}";
    }

    // The reach plan names whom it affects.
    private async Task AffectAsync()
    {
        var written = await Site.AskAsync(db => db.Consultations.SingleAsync());
        await Site.AskAsync(async db =>
        {
            db.Attach(written);
            db.PlannedGroups.Add(new PlannedGroup(written, new("Neighbours", null, WhyPlanned.Affected, "By post.", null), Site.Now));
            return await db.SaveChangesAsync();
        });
    }

    private async Task<Browser> StaffAsync() => new(Site, (await StaffMemberAsync()).Id);

    private async Task<Person> StaffMemberAsync()
    {
        var person = A.Person("Tom W");
        await Site.SaveAsync(person, place, body);
        await Site.SaveAsync(A.Membership(person, place, Capability.Consult, body));
        return person;
    }
}

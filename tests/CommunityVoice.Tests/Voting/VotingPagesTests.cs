using AngleSharp.Html.Dom;
using CommunityVoice.Analysis.Ballots;
using CommunityVoice.Data;
using CommunityVoice.People;
using CommunityVoice.Voting;
using CommunityVoice.Web.Voting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;

namespace CommunityVoice.Tests.Voting;

/// <summary>Ways to vote that are filled in, checked and confirmed: support, picks, rankings and budgets. No page needs scripts.</summary>
public sealed class VotingPagesTests : SiteTest
{
    private static readonly BallotRules Support = new(BallotMethod.Support);
    private static readonly BallotRules Pick = new(BallotMethod.Pick) { MostPicks = 2 };
    private static readonly BallotRules Rank = new(BallotMethod.Rank);
    private static readonly BallotRules Budget = new(BallotMethod.Budget) { Budget = 6_000_000 };

    public static TheoryData<BallotMethod> Filled => [BallotMethod.Support, BallotMethod.Pick, BallotMethod.Rank, BallotMethod.Budget];

    private Ballot ballot = null!;
    private Browser asha = null!;
    private string email = "";

    [Theory]
    [MemberData(nameof(Filled))]
    public async Task A_stranger_reads_what_is_offered_and_has_one_way_in(BallotMethod method)
    {
        await OpenAsync(Rules(method));
        var stranger = new Browser(Site);

        var page = await stranger.GetAsync(Address());

        page.Shows("Slower cars");
        page.Shows(ballot.Lead());
        page.Shows(method.Sentence());
        Assert.DoesNotContain(page.Forms, f => f.Method == "post");
        Assert.Empty(stranger.Cookies.Names);
        var way = Assert.Single(page.QuerySelectorAll("main a.nhsuk-button"));
        Assert.Equal((ballot.WayIn(), $"{Address()}?begin=true"), (way.Words(), way.GetAttribute("href")));
    }

    [Theory]
    [MemberData(nameof(Filled))]
    public async Task Choices_are_checked_confirmed_receipted_changed_and_taken_back(BallotMethod method)
    {
        await OpenAsync(Rules(method));

        var page = await SendAsync(await asha.GetAsync(Address()), 1, 2);
        page.Shows("Check your choices");
        page.Shows("Slower cars");
        page = await asha.SubmitAsync(page, button: "Confirm your choices");
        page.Shows("Your choices are recorded");
        var code = page.QuerySelector(".cv-number")!.Words();
        Assert.Contains(code, Assert.Single(await Site.LettersToAsync(email)).Text, StringComparison.Ordinal);
        Assert.Equal(method == BallotMethod.Rank ? $"{Id(1)}>{Id(2)}" : $"{Id(1)},{Id(2)}", await PaperAsync());

        page = await asha.GetAsync(Address());
        page.Shows("You have chosen already.");
        Assert.Equal([Id(1), Id(2)], Shown(page));
        page = await SendAsync(page, 1);
        await asha.SubmitAsync(page, button: "Confirm your choices");
        Assert.Equal($"{Id(1)}", await PaperAsync());
        (await asha.GetAsync("/account")).Shows("Counted");

        page = await asha.SubmitAsync(await asha.GetAsync($"{Address()}/withdraw"), button: "Take my choices back");
        page.Shows("Your choices are taken back");
        Assert.Equal("", await PaperAsync());
        (await asha.GetAsync("/account")).Shows("You took it back");
    }

    [Theory]
    [MemberData(nameof(Filled))]
    public async Task What_is_sent_after_closing_is_refused_with_the_reason(BallotMethod method)
    {
        await OpenAsync(Rules(method));
        var form = await asha.GetAsync(Address());
        var check = await SendAsync(form, 0);
        Site.Clock.Advance(TimeSpan.FromMinutes(5));
        await Site.AskAsync(db => db.Ballots.ExecuteUpdateAsync(set => set.SetProperty(b => b.ClosesAt, Site.Now)));
        Site.Services.GetRequiredService<PageVersions>().RaiseEverything(); // as a change through the site would be told

        (await SendAsync(form, 0)).Shows("Your choices came after it closed, so they were not recorded.");
        (await asha.SubmitAsync(check, button: "Confirm your choices")).Shows("Your choices came after it closed, so they were not recorded.");
        Assert.Equal(0, await Site.AskAsync(db => db.BallotPapers.CountAsync()));
    }

    [Theory]
    [MemberData(nameof(Filled))]
    public async Task Nothing_chosen_is_told(BallotMethod method)
    {
        await OpenAsync(Rules(method));

        var page = await asha.SubmitAsync(await asha.GetAsync(Address()), [], HttpStatusCode.UnprocessableEntity, "Check your choices");

        page.ShowsError(method == BallotMethod.Rank ? RankForm.Field(First(page)) : "Chosen", method.Nothing());
    }

    [Theory]
    [MemberData(nameof(Filled))]
    public async Task The_order_is_each_persons_own_unless_the_ballot_keeps_it(BallotMethod method)
    {
        string[] many = [.. Enumerable.Range(1, 12).Select(i => $"Option {i} £{i}")];
        await OpenAsync(Rules(method), many);
        var other = new Browser(Site, (await Site.SaveAsync(A.Person())).Id);
        var mine = All(await asha.GetAsync(Address()));
        Assert.Equal(mine, All(await asha.GetAsync(Address())));
        Assert.NotEqual(mine, All(await other.GetAsync(Address())));

        await OpenAsync(Rules(method) with { MixesOptions = false }, many);
        Assert.Equal(ballot.Priorities.Select(p => p.Id), All(await asha.GetAsync(Address())));
    }

    [Fact]
    public async Task More_picks_than_allowed_are_told_and_every_tick_stays()
    {
        await OpenAsync(Pick);

        var page = await SendAsync(await asha.GetAsync(Address()), HttpStatusCode.UnprocessableEntity, 0, 1, 2);

        page.ShowsError("Chosen", "Pick 2 at most: you picked 3, so take 1 out");
        page.Shows("3 of 2 picked");
        Assert.Equal([Id(0), Id(1), Id(2)], Shown(page));
    }

    [Fact]
    public async Task Projects_over_the_budget_are_told_by_how_much_and_every_tick_stays()
    {
        await OpenAsync(Budget);

        var page = await SendAsync(await asha.GetAsync(Address()), HttpStatusCode.UnprocessableEntity, 0, 1);

        page.ShowsError("Chosen", "What you chose costs £63,000, which is £3,000 more than the £60,000 there is: take something out");
        page.Shows("£63,000 of £60,000 spent, £3,000 too much");
        Assert.Equal([Id(0), Id(1)], Shown(page));
    }

    [Fact]
    public async Task The_total_is_shown_by_a_button_with_what_still_fits()
    {
        await OpenAsync(Budget);
        var form = await asha.GetAsync(Address());
        form.Shows("£0 of £60,000 spent, £60,000 left");

        var page = await asha.SubmitAsync(form, new() { ["Chosen"] = $"{Id(0)}" }, button: "Update the total");

        page.Shows("£48,000 of £60,000 spent, £12,000 left");
        Assert.Equal("Costs £3,000 more than is left", Fit(page, 1));
        Assert.Equal("Still fits", Fit(page, 2));
        Assert.Equal("", Fit(page, 0));
        page = await asha.SubmitAsync(page, button: "Check your choices");
        page.Shows("You leave £12,000 unspent");
    }

    [Fact]
    public async Task Options_are_put_in_order_by_buttons_alone()
    {
        await OpenAsync(Rank);
        var page = await asha.GetAsync(Address());

        page = await MoveAsync(page, "next", 0);
        page = await MoveAsync(page, "next", 1);
        page = await MoveAsync(page, "first", 2);
        page.Shows("3 of 3 put in order");
        Assert.Equal([Id(2), Id(0), Id(1)], Shown(page));
        page = await MoveAsync(page, "up", 1);
        Assert.Equal([Id(2), Id(1), Id(0)], Shown(page));
        page = await MoveAsync(page, "down", 2);
        Assert.Equal([Id(1), Id(2), Id(0)], Shown(page));
        page = await MoveAsync(page, "down", 0); // the last stays the last
        page = await MoveAsync(page, "up", 1); // and the first the first
        Assert.Equal([Id(1), Id(2), Id(0)], Shown(page));
        page = await MoveAsync(page, "out", 2);
        page.Shows("2 of 3 put in order");
        Assert.Equal([Id(1), Id(0)], Shown(page));
        page = await asha.SubmitAsync(page, button: "Check your choices");
        page.Shows("You leave 1 out: it comes after all you put in order");
        await asha.SubmitAsync(page, button: "Confirm your choices");
        Assert.Equal($"{Id(1)}>{Id(0)}", await PaperAsync());
    }

    [Fact]
    public async Task Numbers_that_are_none_or_are_given_twice_are_told_and_kept_and_gaps_are_closed()
    {
        await OpenAsync(Rank with { MixesOptions = false });
        var form = await asha.GetAsync(Address());

        var page = await asha.SubmitAsync(form, Places("1", "two", "3"), HttpStatusCode.UnprocessableEntity, "Check your choices");
        page.ShowsError(RankForm.Field(Id(1)), "Enter a whole number from 1 to 3 for \"Slower cars\", or leave it empty");
        Assert.Equal(["1", "two", "3"], Typed(page));
        page = await asha.SubmitAsync(page, new() { ["move"] = $"up-{Id(2)}" }, HttpStatusCode.UnprocessableEntity);
        Assert.Equal(["2", "two", "1"], Typed(page));

        page = await asha.SubmitAsync(form, Places("2", "2", "1"), HttpStatusCode.UnprocessableEntity, "Check your choices");
        page.ShowsError(RankForm.Field(Id(1)), "You gave 2 to \"A crossing\" too: give \"Slower cars\" a number of its own");
        Assert.Equal(["2", "2", "1"], Typed(page));

        page = await asha.SubmitAsync(form, Places("9", "", "4"), button: "Check your choices");
        await asha.SubmitAsync(page, button: "Confirm your choices");
        Assert.Equal($"{Id(2)}>{Id(0)}", await PaperAsync());
        Assert.Equal(["2", "", "1"], Typed(await asha.GetAsync(Address())));
    }

    [Fact]
    public async Task Going_back_from_the_check_finds_the_form_as_it_was()
    {
        await OpenAsync(Budget);
        var page = await SendAsync(await asha.GetAsync(Address()), 1, 2);

        page = await asha.FollowAsync(page, "Change your choices");

        Assert.Equal([Id(1), Id(2)], Shown(page));
        page.Shows("£21,000 of £60,000 spent, £39,000 left");
    }

    [Fact]
    public async Task What_is_confirmed_without_the_token_of_the_page_is_refused()
    {
        await OpenAsync(Support);
        var check = await SendAsync(await asha.GetAsync(Address()), 0);
        var ticket = check.QuerySelector("[name=Choices]")!.GetAttribute("value")!;

        using var forged = new FormUrlEncodedContent([new("Choices", ticket), new("__RequestVerificationToken", "forged")]);
        Assert.Equal(HttpStatusCode.BadRequest, (await asha.SendOnceAsync(HttpMethod.Post, $"{Address()}/check", forged)).StatusCode);
        using var noForm = new StringContent("{}", Encoding.UTF8, "application/json");
        Assert.Equal(HttpStatusCode.BadRequest, (await asha.SendOnceAsync(HttpMethod.Post, $"{Address()}/check", noForm)).StatusCode);
        Assert.Equal(0, await Site.AskAsync(db => db.BallotPapers.CountAsync()));

        (await asha.SubmitAsync(check, button: "Confirm your choices")).Shows("Your choices are recorded");
    }

    [Fact]
    public async Task The_letter_with_the_receipt_holds_the_newest_fingerprint_once_there_is_one()
    {
        await OpenAsync(Support);
        await asha.SubmitAsync(await SendAsync(await asha.GetAsync(Address()), 0), button: "Confirm your choices");
        Assert.Contains("has no entries that are published yet", Assert.Single(await Site.LettersToAsync(email)).Text, StringComparison.Ordinal);

        var participants = Enumerable.Range(0, 30).Select(_ => new Participant(Guid.NewGuid())).ToArray();
        await Site.SaveAsync(participants[0], participants[1..]);
        foreach (var one in participants) await Site.AskAsync<Casting, CastResult>(c => c.CastAsync(ballot.Id, one.Id, $"{Id(0)}", default));
        await Site.AskAsync<Sealer, int>(s => s.SealDueAsync(default));
        await asha.SubmitAsync(await SendAsync(await asha.GetAsync(Address()), 2), button: "Confirm your choices");

        var head = await Site.AskAsync(db => db.Ballots.Select(b => b.Head).SingleAsync());
        Assert.Equal(64, head!.Length);
        Assert.Contains(await Site.LettersToAsync(email), l => l.Text.Contains(head, StringComparison.Ordinal));
    }

    private static BallotRules Rules(BallotMethod method) => method switch { BallotMethod.Support => Support, BallotMethod.Pick => Pick, BallotMethod.Rank => Rank, _ => Budget };

    private async Task OpenAsync(BallotRules rules, params string[] options)
    {
        ballot = await Site.SaveAsync(A.Ballot(A.Consultation($"Crossings {Guid.NewGuid():N}"), rules, options is [] ? ["A crossing £48,000", "Slower cars £15,000", "A warden £6,000"] : options));
        if (asha is not null) return;
        var person = await Site.SaveAsync(A.Person("Asha B"));
        (asha, email) = (new Browser(Site, person.Id), person.Email!);
    }

    private string Address() => $"/ballots/{ballot.Id}";

    private long Id(int option) => ballot.Priorities[option].Id;

    private Task<IHtmlDocument> SendAsync(IHtmlDocument form, params int[] chosen) => SendAsync(form, HttpStatusCode.OK, chosen);

    // Rankings: in this order, best first; elsewhere these are ticked.
    private Task<IHtmlDocument> SendAsync(IHtmlDocument form, HttpStatusCode expected, params int[] chosen) => asha.SubmitAsync(
        form,
        ballot.Method == BallotMethod.Rank
            ? ballot.Priorities.Select((p, i) => (p.Id, At: Array.IndexOf(chosen, i) + 1)).ToDictionary(p => RankForm.Field(p.Id), p => new StringValues(p.At == 0 ? "" : $"{p.At}"))
            : new() { ["Chosen"] = new([.. chosen.Select(i => $"{Id(i)}")]) },
        expected, "Check your choices");

    private Dictionary<string, StringValues> Places(params string[] typed) =>
        typed.Select((text, i) => (text, i)).ToDictionary(x => RankForm.Field(Id(x.i)), x => new StringValues(x.text));

    private Task<IHtmlDocument> MoveAsync(IHtmlDocument page, string move, int option) => asha.SubmitAsync(page, new() { ["move"] = $"{move}-{Id(option)}" });

    private Task<string> PaperAsync() => Site.AskAsync(db => db.BallotPapers.Where(p => p.BallotId == ballot.Id).Select(p => p.Choices).SingleAsync());

    /// <summary>What a form shows as chosen: ticked, by rising number, or in order.</summary>
    private IEnumerable<long> Shown(IHtmlDocument page) => ballot.Method == BallotMethod.Rank
        ? page.QuerySelectorAll("[data-rank-item]").Where(i => i.QuerySelector("input")!.GetAttribute("value") is { Length: > 0 }).Select(i => Number(i.GetAttribute("data-rank-item")))
        : page.QuerySelectorAll("[name=Chosen]").Cast<IHtmlInputElement>().Where(i => i.IsChecked).Select(i => Number(i.Value)).Order();

    private IEnumerable<long> All(IHtmlDocument page) => ballot.Method == BallotMethod.Rank
        ? page.QuerySelectorAll("[data-rank-item]").Select(i => Number(i.GetAttribute("data-rank-item")))
        : page.QuerySelectorAll("[name=Chosen]").Cast<IHtmlInputElement>().Select(i => Number(i.Value));

    private long First(IHtmlDocument page) => All(page).First();

    private IEnumerable<string?> Typed(IHtmlDocument page) => ballot.Priorities.Select(p => page.QuerySelector($"[name='{RankForm.Field(p.Id)}']")!.GetAttribute("value"));

    private string Fit(IHtmlDocument page, int option) => page.QuerySelector($"label[for='option-{Id(option)}'] [data-ticks-fit]")!.Words();

    private static long Number(string? text) => long.Parse(text!, System.Globalization.CultureInfo.InvariantCulture);
}

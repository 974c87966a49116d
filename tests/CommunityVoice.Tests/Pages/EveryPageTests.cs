using System.Collections.Concurrent;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;

namespace CommunityVoice.Tests.Pages;

/// <summary>
/// Walks the whole site on the demo place, as a stranger and as each role, by every link there is. The browser checks the
/// rules of every page and the headers of every answer on the way.
/// </summary>
public sealed class EveryPageTests(DemoSite site) : IClassFixture<DemoSite>
{
    /// <summary>Every route that needs no sign-in. A new one is a decision: write it down here.</summary>
    private static readonly string[] Public =
    [
        "", "{**path}", "error", "glossary", "search", "status/{code:int}",
        "account/closed", "account/email/{token}", "account/not-allowed", "account/sign-in", "account/sign-in/again", "account/sign-in/code",
        "account/sign-in/link/{token}", "account/sign-out", "demo/sign-in/{role}", // which answers only in Development
        "areas", "areas/find", "areas/{slug}", "areas/{area}/themes/{slug}", "bodies", "bodies/{slug}", "reviews", "reviews/{slug}", "reviews/{slug}/items/{code}", "reviews/{slug}/questions/{number:int}", "reviews/{slug}/voices/{voice}", // and the files fitness.csv and dates.ics
        "areas/{area}/themes",
        "areas/compare", "areas/{slug}/brief", "areas/{slug}/determinants", "areas/{slug}/transfers", "areas/{slug}/money", "areas/{slug}/gaps", "areas/{slug}/gaps/{id:long}", "areas/{slug}/heard/{by}/{group}", // and the files transfers.csv, transfers.json and submission.zip
        "ballots/{id:long}", "ballots/{id:long}/ledger", "ballots/{id:long}/results", "ballots/{id:long}/statements", "receipts", // and the files record.txt and heads.atom
        "consultations", "consultations/{slug}", "consultations/{slug}/comment/{handler?}", "consultations/{slug}/private/{handler?}", "consultations/{slug}/who-took-part", "consultations/{slug}/comments/{id:long}",
        "consultations/{slug}/comments/{id:long}/report", "consultations/{slug}/documents/{document}",
        "consultations/{slug}/same-words", "consultations/{slug}/same-words/{id:long}", "consultations/{slug}/checklist",
        "consultations/{slug}/documents/{document}/{anchor}", "consultations/{slug}/documents/{document}/versions/{number:int}", "consultations/{slug}/meetings/{id:long}",
        "how-we-moderate/numbers", "ideas", "ideas/new", "ideas/{id:long}", "reports/{code}",
        "recommendations", "recommendations/{id:long}", "recommendations/escalations/{id:long}", // and the file bundle.zip
        "open-data", "sharing-agreements",
        "follow", "letters/{token}", "letters/{token}/stop", "newsletter", "newsletter/confirm/{token}",
        "frameworks/{slug}",
        "strategies", "strategies/{slug}", "strategies/{slug}/changes", "strategies/{slug}/money", "strategies/{slug}/v{number:int}", "national-asks", "exemplars", // and the files money.csv, of a strategy and of each version .docx
        "annual-reports", "annual-reports/{slug}", "annual-reports/{slug}/v{number:int}",
        "decisions", "areas/{slug}/decisions",
        "areas/{slug}/you-said", "consultations/{slug}/decision", "thread/{kind}/{id:long}", "what-changed", // and the file what-changed.csv
        "summaries", "summaries/{slug}", "summaries/{slug}/findings/{number:int}", "summaries/{slug}/print", "summaries/{slug}/v{number:int}",
        "fact-check/{token}", "summaries/{slug}/brief", "summaries/{slug}/changes", "summaries/{slug}/{code}",
    ];

    /// <summary>Routes that no link leads to; tests of their own visit them.</summary>
    private static readonly string[] Unlinked =
    [
        "ballots/{id:long}/check", // a form leads there
        "ballots/{id:long}/eligibility", // for votes that ask for a postcode or a code
        "ballots/{id:long}/marks", // for whoever marked a statement
        "manage/sharing/{id:long}/edit", // for an agreement that nobody has signed
        "manage/sign-offs/summaries/{id:long}", // for whoever publishes for a body that is asked to write a summary too
        "manage/sign-offs/strategies/{id:long}", // for whoever plans for a body that is asked to write a strategy too
        "ballots/{id:long}/statements/add", // where a vote takes statements
        "ballots/{id:long}/receipt", // a form leads there
        "ballots/{id:long}/statements", // where a vote goes by statements
        "account/closed", // after an account was closed
        "account/email/{token}", // in a letter
        "letters/{token}", "letters/{token}/stop", "newsletter/confirm/{token}", // in a letter
        "demo/sign-in/{role}", // printed by the start in Development
        "account/not-allowed", // where a page turns somebody away
        "account/phone", "account/phone/code", // where texts are sent
        "account/second-factor/enter", // on the way to signing in as staff
        "account/sign-in/again", // a form leads there
        "account/sign-in/link/{token}", // in a letter
        "account/sign-out", // a form leads there
        "moderation/themes/{slug}/all", // a form leads there
        "moderation/themes/double/{id:long}", "moderation/themes/double/{id:long}/code", // for a sample that was drawn
        "consultations/{slug}/same-words", "consultations/{slug}/same-words/{id:long}", // where several sent the same words
        "areas/{slug}/heard/{by}/{group}", // once the place was counted
        "reports/{code}", // a form leads there
        "account/invitations/{token}", // in a letter
        "account/welcome", // after a first sign-in
        "ballots/{id:long}/withdraw", // for whoever has a paper
        "consultations/{slug}/comments/{id:long}/edit", // in the first minutes of a comment
        "consultations/{slug}/comments/{id:long}/withdraw", // for its author
        "manage/ballots/{id:long}/left-out/{proposal:long}", "manage/ballots/{id:long}/left-out/{proposal:long}/put-back", // for what was proposed
        "manage/ballots/{id:long}/patterns/{group:length(16)}", // for a pattern that was found
        "manage/ballots/{id:long}/codes/{handler?}", // for a ballot that asks for codes
        "manage/ballots/{id:long}/papers/take-back", // for a form that was entered
        "consultations/{slug}/documents/{document}/{anchor}", "consultations/{slug}/documents/{document}/versions/{number:int}", "manage/consultations/{slug}/documents/{document}/publish", // once something was said or changed
        "consultations/{slug}/meetings/{id:long}", "manage/consultations/{slug}/answers/meetings/{id:long}/take-back", // for a meeting that was written down
        "manage/consultations/{slug}/answers/{id:long}/take-back", "manage/consultations/{slug}/answers/forms/{run:int}", // for an answer or form that was made
        "manage/ballots/{id:long}/remove", // for a draft
        "manage/consultations/{slug}/publish", "manage/consultations/{slug}/reach/{id:long}/remove", // for a draft
        "manage/reviews/{slug}/conclude", // once every item is looked at
        "manage/hand-overs/{id:long}",
        "manage/bodies/{slug}/webhooks/{id:long}", "manage/bodies/{slug}/webhooks/{id:long}/end", // for a webhook that was added
        "manage/annual-reports/{id:long}/figures.csv", // a file, which drafts link to
        "strategies/{slug}/changes", "strategies/{slug}/v{number:int}", // once there is a second version
        "summaries/{slug}/changes", // once there is a second version
        "fact-check/{token}", // in a letter
        "error", // shown in place of a page that failed
        "status/{code:int}", // shown in place of a page that is not there
    ];

    private static readonly ConcurrentDictionary<string, Lazy<Task<Walk>>> Walks = new(StringComparer.Ordinal);

    public static TheoryData<string> Everybody => [.. DemoSite.Roles.Keys.Prepend("")];

    [Theory]
    [MemberData(nameof(Everybody))]
    public async Task Every_link_leads_to_a_page_that_keeps_the_rules(string role)
    {
        var walk = await WalkAsync(role);

        Assert.True(walk.Broken.Count == 0, $"{walk.Broken.Count} broken:\n{string.Join('\n', walk.Broken.Take(30))}");
    }

    [Fact]
    public async Task Somebody_can_reach_every_page_by_links()
    {
        var reached = new HashSet<string>(Unlinked, StringComparer.Ordinal);
        foreach (var role in DemoSite.Roles.Keys.Prepend("")) reached.UnionWith((await WalkAsync(role)).Routes);

        // The demo place holds no draft of a summary or strategy and no invitation; journeys in the browser and tests of their own visit those.
        var missed = site.Pages().Select(p => p.RoutePattern.RawText!).Distinct(StringComparer.Ordinal).Except(reached, StringComparer.Ordinal)
            .Where(r => !r.StartsWith("manage/summaries/{id:long}/", StringComparison.Ordinal) && !r.StartsWith("manage/strategies/{id:long}/", StringComparison.Ordinal) && !r.StartsWith("manage/bodies/{slug}/people", StringComparison.Ordinal)).ToList();
        Assert.True(missed.Count == 0, $"Nobody's links lead to {Quoted(missed)}");
    }

    [Fact]
    public void Only_these_routes_need_no_sign_in()
    {
        var open = site.Pages().Where(e => !NeedsSignIn(e)).Select(e => e.RoutePattern.RawText!).Distinct(StringComparer.Ordinal).ToList();

        Assert.True(open.Except(Public, StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList() is [], $"Public but not in the list: {Quoted(open.Except(Public, StringComparer.Ordinal))}");
        Assert.True(Public.Except(open, StringComparer.Ordinal).ToList() is [], $"In the list but not public: {Quoted(Public.Except(open, StringComparer.Ordinal))}");
    }

    [Fact]
    public async Task A_stranger_is_asked_to_sign_in_wherever_a_route_needs_it()
    {
        var stranger = new Browser(site);
        foreach (var route in site.Pages().Where(NeedsSignIn).Where(e => !e.RoutePattern.RawText!.Contains('{', StringComparison.Ordinal)))
        {
            var answer = await stranger.SendOnceAsync(HttpMethod.Get, "/" + route.RoutePattern.RawText!.TrimStart('/'));

            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            Assert.Equal("/account/sign-in", answer.Headers.Location!.AbsolutePath);
        }
    }

    [Fact]
    public async Task A_resident_opens_no_page_of_staff()
    {
        var resident = new Browser(site, await site.PersonAsync("resident"));
        foreach (var route in site.Pages().Where(e => Policies(e).Any(p => p.StartsWith("uses:", StringComparison.Ordinal)) && !e.RoutePattern.RawText!.Contains('{', StringComparison.Ordinal)))
        {
            var answer = await resident.SendOnceAsync(HttpMethod.Get, "/" + route.RoutePattern.RawText!.TrimStart('/'));

            Assert.Equal("/account/not-allowed", answer.Headers.Location?.AbsolutePath);
        }
    }

    private static bool NeedsSignIn(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null && endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Count > 0;

    private static IEnumerable<string> Policies(RouteEndpoint endpoint) => endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(a => a.Policy ?? "");

    private static string Quoted(IEnumerable<string> routes) => string.Join(", ", routes.Order(StringComparer.Ordinal).Select(r => $"\"{r}\""));

    private Task<Walk> WalkAsync(string role) => Walks.GetOrAdd(role, r => new(() => new Walk(site, r).TakeAsync(StartingPoints()))).Value;

    private static IEnumerable<string> StartingPoints() =>
        Public.Except(Unlinked, StringComparer.Ordinal).Where(r => !r.Contains('{', StringComparison.Ordinal)).Select(r => "/" + r.TrimStart('/')).Prepend("/");
}

using CommunityVoice.Analysis.Patterns;
using FsCheck;
using FsCheck.Fluent;

namespace CommunityVoice.Tests.Analysis;

/// <summary>Unusual patterns among papers: what is found, and that honest traffic is left in peace (rule R-F33).</summary>
public sealed class PatternTests
{
    private static readonly DateTimeOffset Start = new(2026, 6, 1, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Forty_casts_in_ten_minutes_of_a_quiet_vote_are_a_burst()
    {
        var casts = Enumerable.Range(0, 60).Select(i => Start.AddHours(i * 2)).ToList();
        casts.AddRange(Enumerable.Range(0, 40).Select(i => Start.AddHours(30).AddMinutes(20).AddSeconds(i * 10)));

        var burst = Assert.Single(CastBursts.Find(casts));

        Assert.Equal(Enumerable.Range(60, 40), burst.Papers.Order());
        Assert.Equal((Start.AddHours(30).AddMinutes(20), TimeSpan.FromSeconds(390)), (burst.From, burst.To - burst.From));
        Assert.InRange(burst.Usual, 0.1, 0.3);
    }

    [Fact]
    public void Two_bursts_are_told_apart_and_one_that_goes_on_is_one()
    {
        var casts = Enumerable.Range(0, 60).Select(i => Start.AddHours(i * 2)).ToList();
        casts.AddRange(Enumerable.Range(0, 50).Select(i => Start.AddHours(30.4).AddMinutes(i)).Concat(Enumerable.Range(0, 12).Select(i => Start.AddHours(60.4).AddSeconds(i))));

        Assert.Equal([50, 12], CastBursts.Find(casts).Select(b => b.Papers.Count));
    }

    [Theory]
    [InlineData(9, 60)] // fewer than ten
    [InlineData(40, 4)] // hardly any other hours: nothing to compare with
    [InlineData(0, 0)]
    public void Too_few_casts_or_nothing_to_compare_with_says_nothing(int burst, int others)
    {
        var casts = Enumerable.Range(0, others).Select(i => Start.AddHours(i * 2)).Concat(Enumerable.Range(0, burst).Select(i => Start.AddHours(500).AddSeconds(i))).ToList();

        Assert.Empty(CastBursts.Find(casts));
    }

    [Fact]
    public void A_busy_vote_needs_more_for_a_burst_than_a_quiet_one()
    {
        // Ten in ten minutes all day long, and fifteen once.
        var casts = Enumerable.Range(0, 3000).Select(i => Start.AddMinutes(i)).Concat(Enumerable.Range(0, 15).Select(i => Start.AddHours(20).AddSeconds(i))).ToList();

        Assert.Empty(CastBursts.Find(casts));
        casts.AddRange(Enumerable.Range(0, 60).Select(i => Start.AddHours(20).AddSeconds(i)));
        Assert.Single(CastBursts.Find(casts));
    }

    [Fact]
    public void Honest_traffic_by_day_and_night_is_rarely_a_burst()
    {
        // Each vote has a size, a number of days, a daily rhythm and two busy first days of its own; fewer than one in a hundred may be told.
        var (told, random) = (0, new Random(20261126));
        for (var vote = 0; vote < 400; vote++)
        {
            var (people, days) = (random.Next(20, 3000), random.Next(7, 60));
            told += CastBursts.Find([.. Enumerable.Range(0, people).Select(_ => Honest(random, days))]).Count > 0 ? 1 : 0;
        }

        Assert.InRange(told, 0, 4);
    }

    [Theory]
    [InlineData("Sam+1@Site.Example", "sam@site.example")]
    [InlineData(" sam@site.example ", "sam@site.example")]
    [InlineData("s.a.m+x@gmail.com", "sam@gmail.com")]
    [InlineData("sam@googlemail.com", "sam@gmail.com")]
    [InlineData("s.a.m@site.example", "s.a.m@site.example")]
    [InlineData("+sam@site.example", "+sam@site.example")]
    [InlineData("no address", "")]
    [InlineData("", "")]
    [InlineData("@site.example", "")]
    [InlineData("sam@", "")]
    public void A_mailbox_is_what_an_address_leads_to(string address, string mailbox) => Assert.Equal(mailbox, SharedAddresses.Mailbox(address));

    [Fact]
    public void Addresses_of_one_mailbox_are_one_group()
    {
        var group = Assert.Single(SharedAddresses.Find(["sam+1@site.example", "asha@site.example", "sam+2@site.example", "SAM@site.example", ""]));

        Assert.Equal((AddressLikeness.OneMailbox, "sam@site.example"), (group.Kind, group.Common));
        Assert.Equal([0, 2, 3], group.Papers);
    }

    [Theory]
    [InlineData("sam1 sam2 sam3", 3)]
    [InlineData("sam03 sam01 sam02 sam04", 4)]
    [InlineData("sam7 sam8", 0)] // two may be chance
    [InlineData("sam17 sam42 sam93", 0)] // numbers of people's own
    [InlineData("sam1984 sam1985 sam1986", 3)]
    [InlineData("1 2 3", 0)] // numbers without a name
    [InlineData("sam99999999999999999999 sam1 sam2", 0)] // longer than a number
    public void Numbers_that_follow_one_another_are_a_group(string names, int papers)
    {
        var found = SharedAddresses.Find([.. names.Split(' ').Select(n => $"{n}@site.example")]);

        Assert.Equal(papers, found.Sum(g => g.Papers.Count));
        Assert.All(found, g => Assert.Equal((AddressLikeness.Numbered, "sam@site.example"), (g.Kind, g.Common)));
    }

    [Fact]
    public void Names_and_numbers_that_people_choose_for_themselves_are_rarely_told()
    {
        var (told, random) = (0, new Random(20261126));
        string[] names = ["sam", "asha", "john", "mary", "wei", "olu", "ruth", "tom", "jean", "kai"];
        string[] domains = ["mail.example", "post.example", "gmail.com"];
        for (var vote = 0; vote < 200; vote++)
        {
            // Half have a number of their own, mostly of two digits or a year; no two addresses are the same.
            var addresses = Enumerable.Range(0, random.Next(20, 400)).Select(i => random.Next(2) == 0
                ? $"{names[random.Next(10)]}.{i}x@{domains[random.Next(3)]}"
                : $"{names[random.Next(10)]}{(random.Next(2) == 0 ? random.Next(100) : random.Next(1950, 2010))}@{domains[random.Next(3)]}").Distinct(StringComparer.Ordinal).ToList();
            told += SharedAddresses.Find(addresses).Count > 0 ? 1 : 0;
        }

        Assert.InRange(told, 0, 10);
    }

    [Fact]
    public void Whatever_the_addresses_nothing_is_thrown_and_groups_name_papers_that_are_there() => Prop.ForAll<string[]>(some =>
    {
        var addresses = some.Select(s => s ?? "").SelectMany(s => new[] { s, $"{s}@x.example", $"a{s}1@x.example" }).ToList();
        return SharedAddresses.Find(addresses).All(g => g.Papers.Count >= 2 && g.Papers.All(p => p >= 0 && p < addresses.Count) && g.Papers.Distinct().Count() == g.Papers.Count);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Throw_away_services_are_found_by_their_domain_and_those_below_it()
    {
        var list = DisposableMail.Read("# notes\n\nthrow.example # the best known\r\n Away.Example\n");

        var found = list.Find(["a@throw.example", "b@deep.throw.example", "c@notthrow.example", "d@AWAY.example", "", "e@example"]);

        Assert.Equal([("throw.example", 2), ("away.example", 1)], found.Select(g => (g.Service, g.Papers.Count)));
        Assert.Null(list.ServiceOf("nobody"));
    }

    [Fact]
    public void Our_own_list_is_in_order_and_holds_domains_only()
    {
        var lines = File.ReadAllLines(Path.Combine(CommunityVoice.Content.ContentLibrary.DefaultFolder, "disposable-mail.txt")).Where(l => !l.StartsWith('#') && l.Length > 0).ToList();

        Assert.Equal(lines.Distinct(StringComparer.Ordinal), lines);
        Assert.All(lines, l => Assert.Matches("^[a-z0-9-]+([.][a-z0-9-]+)+$", l));
    }

    // More on the first days, most in the evening, hardly any at night.
    private static DateTimeOffset Honest(Random random, int days)
    {
        var day = random.Next(3) == 0 ? random.Next(2) : random.Next(days);
        var hour = 7 + Math.Min(random.NextDouble(), random.NextDouble()) * -3 + random.NextDouble() * 15;
        return Start.AddDays(day).AddHours(hour);
    }
}

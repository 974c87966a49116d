using System.Globalization;
using CommunityVoice.Analysis.Patterns;
using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Voting;

/// <summary>One paper of a group: whose it is in the record, when it was first cast, and where its address lies. What was chosen is never read.</summary>
public sealed record PatternPaper(Guid Participant, DateTimeOffset At, string Address);

/// <summary>Papers that have something unusual in common.</summary>
/// <param name="Key">Finds the group again while it is the same; it holds no address.</param>
/// <param name="What">What they have in common, without any address.</param>
/// <param name="Common">The shared part of the addresses; for whoever judges it, and never kept.</param>
/// <param name="Innocent">Why there may be nothing to it.</param>
/// <param name="Papers">The papers, the first cast first.</param>
public sealed record PatternGroup(string Key, string What, string Common, string Innocent, IReadOnlyList<PatternPaper> Papers);

/// <summary>
/// Finds papers of one ballot that look as if they did not come from as many people: bursts, like addresses, throw-away mail (rule R-F33). It is a
/// report for people, who judge; nothing follows from it by itself. Forms that staff entered have no address and come in piles, so they are left aside.
/// </summary>
public sealed class UnusualPatterns(CommunityVoiceDb db, DisposableMail disposable)
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    public async Task<IReadOnlyList<PatternGroup>> FindAsync(long ballotId, CancellationToken ct)
    {
        var papers = await (from paper in db.BallotPapers.AsNoTracking()
                            where paper.BallotId == ballotId && paper.WithdrawnAt == null
                            join link in db.ParticipantLinks on paper.ParticipantId equals link.ParticipantId
                            join person in db.People on link.PersonId equals person.Id
                            orderby paper.FirstCastAt, paper.ParticipantId
                            select new PatternPaper(paper.ParticipantId, paper.FirstCastAt, person.Email ?? "")).ToListAsync(ct);
        var addresses = papers.ConvertAll(p => p.Address);
        return
        [
            .. SharedAddresses.Find(addresses).Select(g => Group(g.Kind.ToString(), g.Common, What(g), g.Common, Innocent(g.Kind), g.Papers, papers, hidesName: false)),
            .. disposable.Find(addresses).Select(g => Group("disposable", g.Service, Count(g.Papers, "from a service for throw-away addresses"), g.Service,
                "Some people use such a service to keep their own address to themselves.", g.Papers, papers, hidesName: true)),
            .. CastBursts.Find(papers.ConvertAll(p => p.At)).Select(b => Group("burst", b.From.UtcTicks.ToString(CultureInfo.InvariantCulture), What(b), "",
                "A letter that had just gone out, a meeting where people voted together, a class, or a shared computer in a library brings many at once.", b.Papers, papers, hidesName: true)),
        ];
    }

    /// <summary>The group of a key; none where it is not there any more.</summary>
    public async Task<PatternGroup?> FindAsync(long ballotId, string key, CancellationToken ct) => (await FindAsync(ballotId, ct)).FirstOrDefault(g => g.Key == key);

    /// <summary>The papers of a proposal, with no more of their addresses than the domain.</summary>
    public async Task<IReadOnlyList<PatternPaper>> PapersAsync(Exclusion of, CancellationToken ct)
    {
        var participants = of.Papers.ConvertAll(p => p.ParticipantId);
        var papers = await (from paper in db.BallotPapers.AsNoTracking()
                            where paper.BallotId == of.BallotId && participants.Contains(paper.ParticipantId)
                            orderby paper.FirstCastAt, paper.ParticipantId
                            select new PatternPaper(paper.ParticipantId, paper.FirstCastAt, db.ParticipantLinks.Where(l => l.ParticipantId == paper.ParticipantId)
                                .Join(db.People, l => l.PersonId, p => p.Id, (l, p) => p.Email).FirstOrDefault() ?? "")).ToListAsync(ct);
        return papers.ConvertAll(p => p with { Address = Domain(p.Address) });
    }

    private static PatternGroup Group(string kind, string by, string what, string common, string innocent, IReadOnlyList<int> places, List<PatternPaper> papers, bool hidesName) =>
        new(Hashes.Sha256(kind, by)[..16], what, common, innocent, [.. places.Order().Select(i => hidesName ? papers[i] with { Address = Domain(papers[i].Address) } : papers[i])]);

    private static string What(LikeAddresses group) => group.Kind == AddressLikeness.OneMailbox
        ? Count(group.Papers, "from addresses that lead to one mailbox")
        : Count(group.Papers, "from addresses with the same name and numbers that follow one another");

    private static string What(CastBurst burst) => string.Create(British,
        $"{Count(burst.Papers, Minutes(burst.To - burst.From))}, where its busier hours bring {burst.Usual:0.#} in ten minutes");

    private static string Minutes(TimeSpan time) => (int)Math.Ceiling(time.TotalMinutes) is var minutes and > 1 ? string.Create(British, $"in {minutes:N0} minutes") : "in 1 minute";

    private static string Innocent(AddressLikeness kind) => kind == AddressLikeness.OneMailbox
        ? "Two members of a family may share a mailbox and tell their letters apart this way."
        : "A club, a school or an office may hand out numbered addresses.";

    private static string Count(IReadOnlyList<int> papers, string how) => string.Create(British, $"{papers.Count:N0} {(papers.Count == 1 ? "paper" : "papers")} {how}");

    private static string Domain(string address) => address.LastIndexOf('@') is var at and >= 0 ? $"…{address[at..]}" : "";
}

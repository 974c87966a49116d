using CommunityVoice.Analysis.Ballots;
using CommunityVoice.Consultations;
using CommunityVoice.Data;

namespace CommunityVoice.Voting;

/// <summary>A vote by one method, open while its dates and its consultation say so.</summary>
public sealed class Ballot : IShownOnPages
{
    public const int TitleMaxLength = 160;

    private Ballot() { } // EF Core

    public Ballot(Consultation consultation, string title, BallotRules rules, DateTimeOffset opensAt, DateTimeOffset? closesAt)
    {
        Consultation = consultation;
        Rewrite(title, rules, opensAt, closesAt);
    }

    /// <summary>Sets it up anew, while nobody has chosen by it.</summary>
    public void Rewrite(string title, BallotRules rules, DateTimeOffset opensAt, DateTimeOffset? closesAt)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        if (rules.Wrong is { } wrong) throw new ArgumentException(wrong, nameof(rules));
        if (Papers > 0 || SealedEntries > 0) throw new InvalidOperationException($"Somebody has chosen on ballot {Id}.");
        (Title, OpensAt, ClosesAt) = (title, opensAt, closesAt);
        (Method, DotsEach, MostOnOne, MostPicks, Winners) = (rules.Method, rules.DotsEach, rules.MostOnOne, rules.MostPicks, rules.Winners);
        (Budget, Completion, WhoMayVote) = (rules.Budget, rules.Completion, rules.WhoMayVote);
        (MixesOptions, TakesStatements) = (rules.MixesOptions, rules.TakesStatements);
    }

    public long Id { get; private set; }
    public long ConsultationId { get; private set; }
    public Consultation Consultation { get; private set; } = null!;
    public string Title { get; private set; } = "";
    public BallotMethod Method { get; private set; }
    public int DotsEach { get; private set; }
    public int MostOnOne { get; private set; }
    public int MostPicks { get; private set; }
    public int Winners { get; private set; }

    /// <summary>The money there is, in pence.</summary>
    public long Budget { get; private set; }
    public SharesCompletion Completion { get; private set; }
    public VoterTier WhoMayVote { get; private set; }
    public bool MixesOptions { get; private set; }
    public bool TakesStatements { get; private set; }
    public DateTimeOffset OpensAt { get; private set; }
    public DateTimeOffset? ClosesAt { get; private set; }

    /// <summary>Papers that count now, pending ones included: internal, never shown while open.</summary>
    public int Papers { get; private set; }

    /// <summary>Papers counted in the sealed tally: what the public sees. With marks, see <see cref="CountedPeople"/>.</summary>
    public int SealedPapers { get; private set; }
    public long SealedEntries { get; private set; }
    public int SealedBatches { get; private set; }

    /// <summary>The hash of the newest sealed entry: whoever keeps it can detect later changes.</summary>
    public string? Head { get; private set; }
    public DateTimeOffset? LastSealedAt { get; private set; }

    /// <summary>When closing sealed what was left.</summary>
    public DateTimeOffset? ClosedSealAt { get; private set; }
    public List<Priority> Priorities { get; } = [];

    /// <summary>What was worked out from the record, where that needs more than adding up.</summary>
    public BallotOutcome? Outcome { get; private set; }

    public IEnumerable<string> PageTags => [PageTag.Ballot(Id), PageTag.Consultation(ConsultationId), PageTag.Lists];

    /// <summary>When it stops taking votes: its own closing or its consultation's, whichever is first; none for neither.</summary>
    public DateTimeOffset? EndsAt => ClosesAt is null || Consultation.ClosesAt < ClosesAt ? Consultation.ClosesAt : ClosesAt;

    /// <summary>Marks on statements, one record entry each, in place of one paper.</summary>
    public bool HasMarks => Method == BallotMethod.AgreeDisagreePass;

    public bool IsOpenAt(DateTimeOffset now) => OpensAt <= now && (ClosesAt is null || now < ClosesAt);

    /// <summary>Open itself, in a consultation that is open and undecided (rule R-A1), and not sealed for good.</summary>
    public bool TakesVotesAt(DateTimeOffset now) => IsOpenAt(now) && ClosedSealAt is null && Consultation.IsOpenAt(now);

    public bool HasEndedAt(DateTimeOffset now) => ClosedSealAt is not null || EndsAt <= now || Consultation.DecidedAt is not null;

    /// <summary>What counting needs to know, with the priorities that were loaded.</summary>
    public BallotTerms Terms() => new(Id, Method, [.. Priorities.OrderBy(p => p.Order).ThenBy(p => p.Id).Select(p => new BallotOption(p.Id, p.Title, p.Cost ?? 0))])
    {
        Title = Title,
        DotsEach = DotsEach,
        MostOnOne = MostOnOne,
        MostPicks = MostPicks,
        Winners = Winners,
        Budget = Budget,
        Completion = Method == BallotMethod.Budget ? Completion.ToString() : "",
    };

    /// <summary>
    /// Keeps to its consultation, whose dates changed from these: what opened or closed with it still does, and days of its own stay as far as they fit.
    /// </summary>
    public void Follow(DateTimeOffset? opened, DateTimeOffset? closed)
    {
        if (Consultation.OpensAt is { } opens && (OpensAt == opened || OpensAt < opens)) OpensAt = opens;
        if (ClosesAt == closed || ClosesAt > Consultation.ClosesAt) ClosesAt = Consultation.ClosesAt;
    }

    /// <summary>Takes a sealed batch into what the public sees.</summary>
    internal void Sealed(int entries, int papersMore, string head, DateTimeOffset now)
    {
        (SealedEntries, SealedBatches, SealedPapers) = (SealedEntries + entries, SealedBatches + 1, SealedPapers + papersMore);
        (Head, LastSealedAt) = (head, now);
    }

    /// <summary>Nothing can come after: closing sealed what was left.</summary>
    internal void SealForGood(DateTimeOffset now) => ClosedSealAt ??= now;

    /// <summary>Takes over what a rebuild or an import counted.</summary>
    internal void Recount(int papers, int sealedPapers) => (Papers, SealedPapers) = (papers, sealedPapers);
}

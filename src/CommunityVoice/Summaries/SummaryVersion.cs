using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Discussion;
using CommunityVoice.Recommendations;
using CommunityVoice.Voting;

namespace CommunityVoice.Summaries;

/// <summary>One version of a summary: a draft until it is published, fixed from then on.</summary>
public sealed class SummaryVersion : IShownOnPages
{
    public const int TitleMaxLength = 160;
    public const int CorrectionMaxLength = 1000;

    private SummaryVersion() { } // EF Core

    internal SummaryVersion(Summary summary, int number, string title, Guid startedById, DateTimeOffset now)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        (Summary, SummaryId, Number, Title, StartedById, StartedAt) = (summary, summary.Id, number, title, startedById, now);
    }

    public long Id { get; private set; }
    public long SummaryId { get; private set; }
    public Summary Summary { get; private set; } = null!;
    public int Number { get; private set; }
    public string Title { get; private set; } = "";

    /// <summary>When the body that was asked should have answered.</summary>
    public DateOnly? ResponseDueOn { get; private set; }
    public Guid StartedById { get; private set; }
    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>The moment the figures show; later comments and papers are not in them.</summary>
    public DateTimeOffset? CutOffAt { get; private set; }
    public DateTimeOffset? PublishedAt { get; private set; }
    public Guid? PublishedById { get; private set; }

    /// <summary>What a later version corrects, shown beside it.</summary>
    public string? Correction { get; private set; }
    public int Edits { get; private set; }

    /// <summary>The pre-election period it was published in, in words; none where it was published in none.</summary>
    public string? ElectionPeriod { get; private set; }

    /// <summary>Why it was published in a pre-election period; shown beside it.</summary>
    public string? ElectionReason { get; private set; }

    /// <summary>What a report must say about its method; versions from before that rule say nothing.</summary>
    public ReadingMethod? Reading { get; private set; }
    public Saturation? Saturation { get; private set; }
    public Sentiment? Sentiment { get; private set; }

    public List<SummarySection> Sections { get; } = [];
    public List<Finding> Findings { get; } = [];
    public List<Figure> Figures { get; } = [];

    /// <summary>Those drafted with it. A correction keeps none: what was sent stays as it was sent, beside what it adds.</summary>
    public List<Recommendation> Recommendations { get; } = [];

    /// <summary>Organisations that were asked to sign it.</summary>
    public List<Partner> Partners { get; } = [];

    /// <summary>Whom it was shown to for accuracy before it was published.</summary>
    public List<FactCheck> FactChecks { get; } = [];

    // A comment's page says where the comment was used.
    public IEnumerable<string> PageTags => [PageTag.Summary(SummaryId), PageTag.Lists, .. Summary is null ? [] : new[] { PageTag.Consultation(Summary.ConsultationId) }];

    public bool IsDraft => PublishedAt is null;

    /// <summary>The findings as they are read.</summary>
    public IReadOnlyList<Finding> InOrder => [.. Findings.OrderBy(f => f.Order).ThenBy(f => f.Id)];

    public string Text(SectionKind kind) => Sections.Find(s => s.Kind == kind)?.Body ?? "";

    public void Describe(string title, DateOnly? responseDueOn)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        Edit();
        (Title, ResponseDueOn) = (title.Trim(), responseDueOn);
    }

    public void Describe(ReadingMethod reading, Saturation saturation, Sentiment sentiment)
    {
        Edit();
        (Reading, Saturation, Sentiment) = (reading, saturation, sentiment);
    }

    public void Write(SectionKind kind, string body)
    {
        Edit();
        if (Sections.Find(s => s.Kind == kind) is { } section) section.Rewrite(body);
        else Sections.Add(new SummarySection(this, kind, body));
    }

    public Finding AddFinding(string heading, string body, long? themeId)
    {
        Edit();
        var finding = new Finding(this, Findings.Count == 0 ? 1 : Findings.Max(f => f.Order) + 1, heading, body, themeId);
        Findings.Add(finding);
        return finding;
    }

    public void Rewrite(Finding finding, string heading, string body, long? themeId)
    {
        Edit();
        finding.Rewrite(heading, body, themeId, finding.Order);
    }

    /// <summary>Swaps it with the one before or after; at the end of the list nothing happens.</summary>
    public void Move(Finding finding, bool up)
    {
        var order = Edit().InOrder.ToList();
        var (at, to) = (order.IndexOf(finding), order.IndexOf(finding) + (up ? -1 : 1));
        if (to < 0 || to >= order.Count) return;
        (order[at], order[to]) = (order[to], order[at]);
        for (var i = 0; i < order.Count; i++) order[i].Rewrite(order[i].Heading, order[i].Body, order[i].ThemeId, i + 1);
    }

    public void Remove(Finding finding) => Edit().Findings.Remove(finding);

    public Citation Cite(Finding finding, Comment comment, string? quote = null)
    {
        if (comment.ConsultationId != Summary.ConsultationId || !comment.IsVisible) throw new InvalidOperationException("Only a comment of this consultation that can be seen is cited.");
        if (quote is not null && !Quotation.StandsIn(quote, comment.Body)) throw new InvalidOperationException("These words do not stand in the comment.");
        Edit();
        return finding.Cite(new Citation(finding, comment.Id, null, quote, comment));
    }

    public Citation Cite(Finding finding, Priority priority)
    {
        Edit();
        return finding.Cite(new Citation(finding, null, priority.Id, null, priority: priority));
    }

    /// <summary>Quotes words of a cited comment, or none any more.</summary>
    public void Quote(Citation citation, string? quote)
    {
        if (quote is not null && !Quotation.StandsIn(quote, citation.Comment?.Body ?? "")) throw new InvalidOperationException("These words do not stand in the comment.");
        if (quote is not null && citation.Comment!.IsNotToBeQuoted) throw new InvalidOperationException("Whoever said this did not agree to be quoted.");
        Edit();
        citation.Say(quote);
    }

    public void Uncite(Citation citation) => Edit().Findings.Find(f => f == citation.Finding)?.Citations.Remove(citation);

    public Recommendation Recommend(RecommendationText text)
    {
        var recommendation = new Recommendation(Edit(), text);
        Recommendations.Add(recommendation);
        return recommendation;
    }

    public void Remove(Recommendation recommendation) => Edit().Recommendations.Remove(recommendation);

    /// <summary>Asks an organisation to sign; no edit, for no word changes.</summary>
    public Partner Ask(Body body, DateTimeOffset now)
    {
        if (!IsDraft || body.Id == Summary.ById || Partners.Exists(p => p.BodyId == body.Id)) throw new InvalidOperationException($"{body.Slug} cannot be asked to sign {Summary.Slug}.");
        var partner = new Partner(this, body, now);
        Partners.Add(partner);
        return partner;
    }

    public FactCheck SendToCheck(Body body, string email, string tokenHash, DateOnly lastDay, Guid by, DateTimeOffset now)
    {
        if (!IsDraft) throw new InvalidOperationException($"Version {Number} of {Summary.Slug} is published.");
        var check = new FactCheck(this, body, email, tokenHash, lastDay, by, now);
        FactChecks.Add(check);
        return check;
    }

    internal void Freeze(IEnumerable<Figure> figures, DateTimeOffset cutOff)
    {
        Edit().Figures.Clear();
        Figures.AddRange(figures);
        CutOffAt = cutOff;
    }

    /// <summary>Makes it public for good. Ask <see cref="PublishingLacks"/> first; what they find refuses here.</summary>
    public void Publish(Guid byId, DateTimeOffset now, ElectionNote? note = null)
    {
        if (PublishingLacks.Of(this) is [var first, ..]) throw new InvalidOperationException($"Version {Number} of {Summary.Slug} lacks {first.Field}.");
        Edit();
        (PublishedAt, PublishedById, ElectionPeriod, ElectionReason) = (now, byId, note?.Period, note?.Reason);
    }

    internal SummaryVersion CopyAs(int number, string note, Guid byId, DateTimeOffset now)
    {
        var copy = new SummaryVersion(Summary, number, Title, byId, now)
        {
            Correction = note,
            CutOffAt = CutOffAt,
            ResponseDueOn = ResponseDueOn,
            Reading = Reading,
            Saturation = Saturation,
            Sentiment = Sentiment,
        };
        copy.Sections.AddRange(Sections.Select(s => new SummarySection(copy, s.Kind, s.Body)));
        copy.Findings.AddRange(InOrder.Select(f => f.CopyTo(copy)));
        copy.Figures.AddRange(Figures.Select(f => new Figure(copy, f.Kind, f.Title, f.Data)));
        copy.Partners.AddRange(Partners.Select(p => new Partner(copy, p.Body, now))); // a changed text is signed anew
        return copy;
    }

    // Every change of a draft passes here, so that two editors notice one another and a published version stays as it is.
    internal SummaryVersion Edit()
    {
        if (PublishedAt is not null) throw new InvalidOperationException($"Version {Number} of {Summary.Slug} is published and stays as it is: correct it with a new version.");
        Edits++;
        return this;
    }
}

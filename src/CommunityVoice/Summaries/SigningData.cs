using CommunityVoice.OpenData;
using CommunityVoice.Reviews;

namespace CommunityVoice.Summaries;

/// <summary>A body that was asked to sign. State: missing, signedThisText, signedEarlierText or declined. AskedAt: as long as it has said nothing. DeclinedAt: where its page tells it. Reason: why it does not sign.</summary>
public sealed record SignatureData(string Body, string BodySlug, string State, DateTimeOffset? AskedAt, DateTimeOffset? SignedAt, DateTimeOffset? DeclinedAt, string? Reason)
{
    /// <summary>Of a partner of a summary, loaded with its body and version.</summary>
    internal static SignatureData Of(Partner p) => new(p.Body.Name, p.Body.Slug, DataCode.Of(p.State), p.State == SignOff.Missing ? p.AskedAt : null, p.SignedAt, null, p.DeclineReason);

    /// <summary>Of whoever signs a text of a review, loaded with its body.</summary>
    internal static SignatureData Of(Signatory s) => new(s.Body.Name, s.Body.Slug, DataCode.Of(s.State), s.State == SignOff.Missing ? s.AskedAt : null, s.SignedAt, s.DeclinedAt, s.DeclineReason);
}

/// <summary>A body that was asked to write a summary too. Standing: missing, writes, agreedLater, declined or left, of the version at hand. AskedAt: as long as it has said nothing. Reason: why it declined, or why it left.</summary>
public sealed record WriterData(string Body, string BodySlug, string Standing, DateTimeOffset? AskedAt, DateTimeOffset? AgreedAt, DateTimeOffset? LeftAt, string? Reason)
{
    internal static WriterData Of(SummaryAuthor a, DateTimeOffset? publishedAt) => new(
        a.Body.Name, a.Body.Slug, DataCode.Of(a.StandingIn(publishedAt)), a.State == SignOff.Missing ? a.AskedAt : null, a.SignedAt, a.LeftAt, a.DeclineReason ?? a.LeaveReason);
}

/// <summary>What became of one comment on the facts of a draft: accepted or rejected and why; neither while it is not decided. What was written stays between those who checked and the editors.</summary>
public sealed record FactCommentData(string Where, string? Decision, string? Reason);

/// <summary>To whom a draft was shown for its facts, until when they could answer, and what became of each comment.</summary>
public sealed record FactCheckData(string Body, string BodySlug, DateTimeOffset SentAt, DateOnly LastDay, IReadOnlyList<FactCommentData> Comments)
{
    internal static FactCheckData Of(FactCheck c) => new(c.Body.Name, c.Body.Slug, c.SentAt, c.LastDay,
        [.. c.InOrder.Select(x => new FactCommentData(x.Where, x.Decision is { } decision ? DataCode.Of(decision) : null, x.Reason))]);
}

/// <summary>Something that a report says about its method, as a code and in the words of its page.</summary>
public sealed record MethodFact(string Code, string Words);

/// <summary>How comments were read, whether it was all heard, and how people felt.</summary>
public sealed record MethodData(MethodFact Reading, MethodFact Saturation, MethodFact Sentiment)
{
    /// <summary>None where a report says only a part of it, as on its page.</summary>
    internal static MethodData? Of(SummaryVersion version) => version is { Reading: { } reading, Saturation: { } saturation, Sentiment: { } sentiment }
        ? new(new(DataCode.Of(reading), reading.Word()), new(DataCode.Of(saturation), saturation.Word()), new(DataCode.Of(sentiment), sentiment.Word()))
        : null;
}

/// <summary>A summary in easy words or another language. Text: Markdown. OfVersion: the version that it says in other words; IsBehind: whether that was corrected since.</summary>
public sealed record VariantData(string Code, string Name, string OwnName, string Lang, string Title, string Text, int OfVersion, bool IsBehind, DateTimeOffset WrittenAt, string Path)
{
    internal static VariantData Of(SummaryVariant v, Summary summary, int newest) => new(
        v.Code, v.Kind.Name, v.Kind.OwnName, v.Kind.Lang, v.Title, v.Body, v.OfVersion, v.IsBehind(newest), v.WrittenAt, $"/summaries/{summary.Slug}/{v.Code}");
}

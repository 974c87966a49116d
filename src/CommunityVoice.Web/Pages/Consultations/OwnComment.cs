namespace CommunityVoice.Web.Pages.Consultations;

/// <summary>A summary that was published of a consultation.</summary>
public sealed record PublishedSummary(string Slug, string Title, DateTimeOffset At);

/// <summary>Something the reader wrote here themselves.</summary>
public sealed record OwnComment(long Id, string Words, DateTimeOffset PostedAt, bool IsHeld)
{
    public string Beginning => Words.Length <= 80 ? Words : Words[..80] + "…";
}

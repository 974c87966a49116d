namespace CommunityVoice.Web;

/// <summary>One link of the header's navigation; <paramref name="Before"/> is for screen readers alone.</summary>
public sealed record NavLink(string Href, string Words, string? Before = null);

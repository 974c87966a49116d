namespace CommunityVoice.Web;

/// <summary>One link of the header's navigation.</summary>
public sealed record NavLink(string Href, string Words);

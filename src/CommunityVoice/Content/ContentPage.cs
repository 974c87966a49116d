namespace CommunityVoice.Content;

/// <summary>A page written by the site's editors. <c>Text</c> is its words without marks, for search.</summary>
public sealed record ContentPage(
    string Path, string Title, string Summary, DateOnly Reviewed, string Html, string Text, IReadOnlyList<ContentHeading> Headings);

/// <summary>A main heading of a page, for its table of contents.</summary>
public sealed record ContentHeading(string Id, string Text);

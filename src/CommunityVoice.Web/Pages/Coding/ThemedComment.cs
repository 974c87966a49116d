using CommunityVoice.Discussion;
using Microsoft.AspNetCore.Html;

namespace CommunityVoice.Web.Pages.Coding;

/// <summary>A comment in a list outside its thread.</summary>
public sealed record ThemedComment(
    long Id, string Slug, string Title, string AuthorName, string Voice, bool IsVerified, string? Area, string Source, DateTimeOffset PostedAt)
{
    public string Address => $"/consultations/{Slug}/comments/{Id}";
    public IHtmlContent Body => Cleaned.Comment(Source);
}

/// <summary>Reads comments as such lists show them.</summary>
internal static class ThemedComments
{
    public static IQueryable<ThemedComment> ToThemed(this IQueryable<Comment> comments) => comments.Select(c => new ThemedComment(
        c.Id, c.Consultation.Slug, c.Consultation.Title, c.Author != null ? c.Author.DisplayName : c.AuthorName, $"{c.Voice}", c.SpeaksForId != null,
        c.Area!.Name, c.Body, c.PostedAt));
}

namespace CommunityVoice.Web.Pages;

/// <summary>A consultation as a card shows it.</summary>
public sealed record ConsultationLink(string Slug, string Title, string Question, DateOnly? OpensOn, DateOnly? ClosesOn, int Comments, int People, string Area);

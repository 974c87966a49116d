using CommunityVoice.Webhooks;

namespace CommunityVoice.Web.Pages.Manage.Webhooks;

/// <summary>A delivery as the page lists it.</summary>
public sealed record DeliveryRow(Guid Id, string Type, string Title, DateTimeOffset SavedAt, int Tries, DateTimeOffset DueAt, DateTimeOffset? SentAt, DateTimeOffset? GivenUpAt, int? Status, WebhookProblem? Problem);

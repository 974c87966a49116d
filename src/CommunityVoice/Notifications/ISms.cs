namespace CommunityVoice.Notifications;

/// <summary>Hands one text message to whatever carries it.</summary>
public interface ISms
{
    Task SendAsync(TextMessage text, CancellationToken ct);
}

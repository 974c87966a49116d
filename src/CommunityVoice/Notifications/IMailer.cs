namespace CommunityVoice.Notifications;

/// <summary>Hands one letter to whatever carries it.</summary>
public interface IMailer
{
    Task SendAsync(Letter letter, CancellationToken ct);
}

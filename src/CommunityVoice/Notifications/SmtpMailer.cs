using System.Net;
using System.Net.Mail;
using Microsoft.Extensions.Options;

namespace CommunityVoice.Notifications;

/// <summary>Sends by SMTP, at least once: a repeated letter carries the same Message-ID.</summary>
public sealed class SmtpMailer(IOptions<MailOptions> options) : IMailer
{
    public async Task SendAsync(Letter letter, CancellationToken ct)
    {
        var smtp = options.Value.Smtp;
        using var client = new SmtpClient(smtp.Host, smtp.Port) { EnableSsl = smtp.Encrypted };
        if (smtp.Name is { Length: > 0 } name) client.Credentials = new NetworkCredential(name, smtp.Password);
        using var message = LetterMessage.Of(letter, options.Value);
        await client.SendMailAsync(message, ct);
    }
}

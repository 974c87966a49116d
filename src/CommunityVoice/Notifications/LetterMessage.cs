using System.Net.Mail;
using System.Net.Mime;
using System.Text;

namespace CommunityVoice.Notifications;

/// <summary>A letter as an e-mail: text and HTML side by side, with a Message-ID that stays the same however often it is sent.</summary>
internal static class LetterMessage
{
    public static MailMessage Of(Letter letter, MailOptions options)
    {
        var message = new MailMessage
        {
            From = new MailAddress(options.From, options.FromName, Encoding.UTF8),
            Subject = letter.Subject,
            SubjectEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
        };
        message.To.Add(new MailAddress(letter.To));
        message.Headers.Add("Message-ID", $"<{letter.Id:N}@{message.From.Host}>");
        message.Headers.Add("Auto-Submitted", "auto-generated");
        if (letter.StopLink is { } stop)
        {
            // One click in a mail program (RFC 8058). Whatever signs letters on their way must cover both headers.
            message.Headers.Add("List-Unsubscribe", $"<{stop}>");
            if (stop.StartsWith("https://", StringComparison.Ordinal)) message.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        message.AlternateViews.Add(View(letter.Text, MediaTypeNames.Text.Plain));
        message.AlternateViews.Add(View(letter.Html, MediaTypeNames.Text.Html));
        return message;
    }

    private static AlternateView View(string text, string type)
    {
        var view = AlternateView.CreateAlternateViewFromString(text.ReplaceLineEndings("\r\n"), Encoding.UTF8, type);
        view.TransferEncoding = TransferEncoding.QuotedPrintable; // stays readable in the file
        return view;
    }
}

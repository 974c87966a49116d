using System.Net.Mail;
using Microsoft.Extensions.Options;

namespace CommunityVoice.Notifications;

/// <summary>Leaves each letter as a file in a folder, exactly once: the file is named after the letter and appears whole.</summary>
public sealed class PickupMailer(IOptions<MailOptions> options) : IMailer
{
    public Task SendAsync(Letter letter, CancellationToken ct)
    {
        var folder = options.Value.PickupFolder;
        var file = Path.Combine(folder, $"{letter.Id}.eml");
        if (File.Exists(file)) return Task.CompletedTask;

        var draft = Path.Combine(folder, ".writing", letter.Id.ToString());
        if (Directory.Exists(draft)) Directory.Delete(draft, recursive: true); // left by a crash
        Directory.CreateDirectory(draft);
        using (var message = LetterMessage.Of(letter, options.Value))
        using (var writer = new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = draft })
        {
            writer.Send(message);
        }
        File.Move(Directory.GetFiles(draft).Single(), file, overwrite: true);
        Directory.Delete(draft);
        return Task.CompletedTask;
    }
}

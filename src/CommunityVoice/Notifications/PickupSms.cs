using Microsoft.Extensions.Options;

namespace CommunityVoice.Notifications;

/// <summary>Leaves each text as a file in a folder, exactly once: the file is named after the text and appears whole.</summary>
public sealed class PickupSms(IOptions<SmsOptions> options) : ISms
{
    public async Task SendAsync(TextMessage text, CancellationToken ct)
    {
        var folder = options.Value.PickupFolder!;
        var file = Path.Combine(folder, $"{text.Id}.txt");
        if (File.Exists(file)) return;

        var draft = Path.Combine(Directory.CreateDirectory(Path.Combine(folder, ".writing")).FullName, text.Id.ToString());
        await File.WriteAllTextAsync(draft, $"To: {text.To}\n\n{text.Text}\n", ct);
        File.Move(draft, file, overwrite: true);
    }
}

using CommunityVoice.Data;
using CommunityVoice.Notifications;
using CommunityVoice.People;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace CommunityVoice.Tests.Sms;

/// <summary>A telephone: makes a site send texts, into a folder, and reads what came.</summary>
internal sealed class Handset
{
    public const string Number = "+447700900123";
    private readonly Site site;
    private readonly string folder;

    public Handset(Site site)
    {
        this.site = site;
        folder = Path.Combine(site.Services.GetRequiredService<IOptions<MailOptions>>().Value.PickupFolder, "texts");
        Options.PickupFolder = folder;
    }

    public SmsOptions Options => site.Services.GetRequiredService<IOptions<SmsOptions>>().Value;

    public Task GiveAsync(Person person, string number = Number) => site.SaveAsync(new Phone(person.Id, number, site.Now));

    /// <summary>As the letter with news tells it.</summary>
    public Task TellAsync(Person person, int own, int other = 0) => site.DoAsync<IServiceProvider>(async services =>
    {
        await services.GetRequiredService<Texts>().TellAsync(person.Id, own, other, site.Now, default);
        await services.GetRequiredService<CommunityVoiceDb>().SaveChangesAsync();
    });

    /// <summary>The loop's work.</summary>
    public Task<int> SendAsync() => site.AskAsync<TextSender, int>(s => s.SendDueAsync(default));

    /// <summary>The same, by another service.</summary>
    public Task<int> SendAsync(ISms sms) => site.AskAsync<IServiceProvider, int>(services =>
        ActivatorUtilities.CreateInstance<TextSender>(services, sms, NullLogger<TextSender>.Instance).SendDueAsync(default));

    /// <summary>The texts that came so far, oldest first.</summary>
    public List<string> Read() => Directory.Exists(folder) ? [.. Directory.GetFiles(folder).Order(StringComparer.Ordinal).Select(File.ReadAllText)] : [];

    /// <summary>The code of the newest text, once it came.</summary>
    public async Task<string> CodeAsync()
    {
        const string Before = "your code is ";
        Assert.Equal(1, await SendAsync());
        var text = Read()[^1];
        return text.Substring(text.IndexOf(Before, StringComparison.Ordinal) + Before.Length, 6);
    }
}

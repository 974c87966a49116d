using CommunityVoice.Activity;
using CommunityVoice.Data;
using CommunityVoice.Web.Wiring;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Verbs;

/// <summary>Says whether the record of who did what is whole.</summary>
public static class CheckActivity
{
    public static async Task<int> RunAsync(IServiceProvider services, string[] args, CancellationToken ct)
    {
        await services.MigrateAsync(ct);
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CommunityVoiceDb>();
        var entries = await db.ActivityEntries.CountAsync(ct);
        if (await ActivityChain.FirstBrokenAsync(db, ct) is not { } broken)
        {
            Console.WriteLine($"Whole: {entries:N0} entries, each sealed onto the one before.");
            return 0;
        }
        Console.WriteLine($"Broken: entry {broken} was changed or moved, or one before it was taken out. {entries:N0} entries in all.");
        return 1;
    }
}

using CommunityVoice.Voting;
using CommunityVoice.Web.Wiring;

namespace CommunityVoice.Web.Verbs;

/// <summary><c>check-tallies</c> compares every kept tally with what it is kept of; <c>rebuild-tallies</c> counts them anew.</summary>
internal static class Tallies
{
    public static async Task<int> CheckAsync(IServiceProvider services, string[] args, CancellationToken ct)
    {
        await services.MigrateAsync(ct);
        await using var scope = services.CreateAsyncScope();
        var differences = await scope.ServiceProvider.GetRequiredService<TallyCheck>().FindAsync(ct);
        foreach (var difference in differences) Console.WriteLine(difference);
        Console.WriteLine(differences.Count == 0 ? "All tallies agree with papers, marks and records." : $"{differences.Count} do not agree.");
        return differences.Count == 0 ? 0 : 1;
    }

    public static async Task<int> RebuildAsync(IServiceProvider services, string[] args, CancellationToken ct)
    {
        await services.MigrateAsync(ct);
        await using var scope = services.CreateAsyncScope();
        Console.WriteLine($"Counted anew: {await scope.ServiceProvider.GetRequiredService<TallyCheck>().RebuildAsync(ct)} ballots");
        return 0;
    }
}

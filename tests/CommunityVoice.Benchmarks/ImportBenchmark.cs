using System.Diagnostics;
using CommunityVoice.Areas;
using CommunityVoice.Voting;

namespace CommunityVoice.Benchmarks;

/// <summary>
/// How long the import of the Bowling Green conversation takes (2,031 people, 896 comments, 225,524 votes), beside a fixed loop
/// that tells how fast this machine is now. Target: under 60 seconds.
/// </summary>
internal static class ImportBenchmark
{
    public static async Task RunAsync()
    {
        if (Folder() is not { } folder)
        {
            Console.WriteLine("import: left out, since shared/data is not beside the project");
            return;
        }
        await using var site = await RunningSite.StartAsync();
        await site.AskAsync(db =>
        {
            db.Areas.Add(new Area("Bowling Green", "bowling-green", AreaLevel.Place));
            return db.SaveChangesAsync();
        });
        await using var scope = site.Services.CreateAsyncScope();
        var watch = Stopwatch.StartNew();
        var totals = await scope.ServiceProvider.GetRequiredService<PolisImport>()
            .ImportAsync(PolisFolder.Read(folder), new PolisOptions(), _ => { }, CancellationToken.None);
        var took = watch.Elapsed;
        Console.WriteLine($"import: {took.TotalSeconds:0.0} s for {totals.People:N0} people, {totals.Comments:N0} comments and {totals.Votes:N0} votes; target under 60 s; a fixed loop took {Calibration.Seconds():0.00} s");
    }

    internal static string? Folder()
    {
        for (var above = new DirectoryInfo(AppContext.BaseDirectory); above is not null; above = above.Parent)
        {
            var folder = Path.Combine(above.FullName, "shared", "data", "polis", "american-assembly.bowling-green");
            if (Directory.Exists(folder)) return folder;
        }
        return null;
    }
}

using CommunityVoice.Voting;
using CommunityVoice.Web.Wiring;

namespace CommunityVoice.Web.Verbs;

/// <summary><c>totals SLUG</c>: prints how many agree, disagree and pass on each statement of a consultation, those taken out included, as CSV.</summary>
internal static class Totals
{
    public static async Task<int> RunAsync(IServiceProvider services, string[] args, CancellationToken ct)
    {
        if (args is not [var slug])
        {
            await Console.Error.WriteLineAsync("Say which consultation: totals SLUG");
            return 2;
        }
        await services.MigrateAsync(ct);
        await using var scope = services.CreateAsyncScope();
        var rows = await scope.ServiceProvider.GetRequiredService<MarkTotals>().OfAsync(slug, ct);
        if (rows.Count == 0) throw new StartProblem($"No consultation {slug} has statements to agree with.");
        Console.WriteLine("statement,agree,disagree,pass,shown");
        foreach (var row in rows) Console.WriteLine($"{row.Statement},{row.Agree},{row.Disagree},{row.Pass},{(row.IsShown ? "yes" : "no")}");
        return 0;
    }
}

using System.Globalization;
using CommunityVoice.Benchmarks;

// Each benchmark prints one line that starts with its name, with a ratio of two things measured in this run or a stated size.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("en-GB");
var benchmarks = new Dictionary<string, Func<Task>>(StringComparer.Ordinal)
{
    ["page"] = PageBenchmark.RunAsync,
    ["discussion"] = DiscussionBenchmark.RunAsync,
    ["overview"] = OverviewBenchmark.RunAsync,
    ["import"] = ImportBenchmark.RunAsync,
    ["budget"] = BudgetBenchmark.RunAsync,
    ["opinion"] = OpinionBenchmark.RunAsync,
    ["first-view"] = FirstViewBenchmark.RunAsync,
    ["ledger"] = LedgerBenchmark.RunAsync,
    ["votes"] = VotesBenchmark.RunAsync,
};

#if DEBUG
Console.WriteLine("This is a Debug build: measure with dotnet run -c Release --project tests/CommunityVoice.Benchmarks");
#endif
foreach (var name in args is [] ? [.. benchmarks.Keys] : args)
{
    if (!benchmarks.TryGetValue(name, out var run))
    {
        Console.Error.WriteLine($"There is no benchmark \"{name}\". There are: {string.Join(", ", benchmarks.Keys)}.");
        return 2;
    }
    await run();
}
return 0;

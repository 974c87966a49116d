using CommunityVoice.Bundles;
using CommunityVoice.Web.Wiring;

namespace CommunityVoice.Web.Verbs;

/// <summary><c>import place FILE [FINGERPRINT]</c>: takes a place in from a bundle, all of it or nothing.</summary>
public static class ImportPlace
{
    public const string Usage = "import place FILE [FINGERPRINT]";

    public static async Task<int> RunAsync(IServiceProvider services, string[] args, CancellationToken ct)
    {
        if (args is not ([_] or [_, _]))
        {
            await Console.Error.WriteLineAsync($"Say which file: {Usage}");
            return 2;
        }
        var file = Paths.Typed(args[0]);
        if (!File.Exists(file)) throw new StartProblem($"There is no file {file}.");

        await services.MigrateAsync(ct);
        await using var scope = services.CreateAsyncScope();
        await using var input = File.OpenRead(file);
        using var bundle = await PlaceBundle.OpenAsync(input, args.ElementAtOrDefault(1), ct);
        var done = await scope.ServiceProvider.GetRequiredService<PlaceImport>().RunAsync(bundle, ct);
        var name = bundle.Manifest.Name;
        Console.WriteLine(done.Before is { } day
            ? $"{name} was imported from this bundle on {day:d MMMM yyyy}. Nothing was changed."
            : $"{name}: {done.Added:N0} rows taken in, {done.Kept:N0} were here already. Every vote adds up.");
        foreach (var vote in done.OpenVotes) Console.WriteLine($"Still open: {vote}. Who voted stays behind, so they could vote here again: close it, or say so.");
        return 0;
    }
}

using CommunityVoice.Areas;
using CommunityVoice.Web.Wiring;

namespace CommunityVoice.Web.Verbs;

/// <summary><c>import areas FOLDER</c>: loads a place from a folder of open geography and prints what is now held.</summary>
internal static class ImportAreas
{
    public static async Task<int> RunAsync(IServiceProvider services, string[] args, CancellationToken ct)
    {
        if (args is not [var typed])
        {
            await Console.Error.WriteLineAsync("Say which folder: import areas FOLDER");
            return 2;
        }
        var folder = Paths.Typed(typed);
        if (!Directory.Exists(folder)) throw new StartProblem($"There is no folder {folder}.");

        await services.MigrateAsync(ct);
        var files = AreaFiles.Read(folder);
        foreach (var left in files.LeftOut) Console.WriteLine($"Left out {left}");
        await using var scope = services.CreateAsyncScope();
        var totals = await ActivatorUtilities.CreateInstance<AreaImport>(scope.ServiceProvider)
            .RunAsync(files, new ConsoleProgress(), ct);
        Console.WriteLine($"{totals.Place}: {totals.People:N0} people");
        Console.WriteLine($"{totals.Wards:N0} wards, {totals.Localities:N0} localities, {totals.Postcodes:N0} postcodes, {totals.Boundaries:N0} boundaries");
        return 0;
    }
}

/// <summary>Writes each step at once: <see cref="Progress{T}"/> would write them late and out of order.</summary>
internal sealed class ConsoleProgress : IProgress<string>
{
    public void Report(string value) => Console.WriteLine(value);
}

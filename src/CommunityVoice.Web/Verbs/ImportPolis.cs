using CommunityVoice.Voting;
using CommunityVoice.Web.Wiring;

namespace CommunityVoice.Web.Verbs;

/// <summary><c>import polis FOLDER</c>: takes in one conversation of the open Polis data and prints what is now held.</summary>
internal static class ImportPolis
{
    public const string Usage = "import polis FOLDER [--slug SLUG] [--area AREA] [--body BODY] [--source ADDRESS]";

    public static async Task<int> RunAsync(IServiceProvider services, string[] args, CancellationToken ct)
    {
        if (args is not [var folder, .. var rest] || folder.StartsWith('-') || Options(rest) is not { } options)
        {
            await Console.Error.WriteLineAsync($"Say which folder: {Usage}");
            return 2;
        }
        await services.MigrateAsync(ct);
        await using var scope = services.CreateAsyncScope();
        var conversation = PolisFolder.Read(Paths.Typed(folder));
        var totals = await scope.ServiceProvider.GetRequiredService<PolisImport>().ImportAsync(conversation, options, Console.WriteLine, ct);
        Console.WriteLine($"Held now as {totals.Slug}: {totals.People:N0} people, {totals.Comments:N0} comments, {totals.Votes:N0} votes");
        return 0;
    }

    private static PolisOptions? Options(string[] args)
    {
        var options = new PolisOptions();
        for (var i = 0; i < args.Length; i += 2)
        {
            if (i + 1 == args.Length) return null;
            var value = args[i + 1];
            switch (args[i])
            {
                case "--slug": options = options with { Slug = value }; break;
                case "--area": options = options with { Area = value }; break;
                case "--body": options = options with { Body = value }; break;
                case "--source": options = options with { Source = value }; break;
                default: return null;
            }
        }
        return options;
    }
}

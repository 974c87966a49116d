namespace CommunityVoice.Web.Verbs;

/// <summary>A command-line verb of the web project: what it is called, how it is used, and what it does.</summary>
public sealed record Verb(string Name, string Usage, Func<IServiceProvider, string[], CancellationToken, Task<int>> Work)
{
    /// <summary>Every verb, by its words: "import areas", "add-person".</summary>
    public static IReadOnlyList<Verb> All { get; } =
    [
        new("import areas", "import areas FOLDER", ImportAreas.RunAsync),
        new("import polis", ImportPolis.Usage, ImportPolis.RunAsync),
        new("import place", ImportPlace.Usage, ImportPlace.RunAsync),
        new("export place", ExportPlace.Usage, ExportPlace.RunAsync),
        new("totals", "totals SLUG", Totals.RunAsync),
        new("check-tallies", "check-tallies", Tallies.CheckAsync),
        new("verify-ballot", VerifyBallot.Usage, VerifyBallot.RunAsync),
        new("rebuild-tallies", "rebuild-tallies", Tallies.RebuildAsync),
        new("recount-areas", "recount-areas", RecountAreas.RunAsync),
        new("check-activity", "check-activity", CheckActivity.RunAsync),
        new("add-person", AddPerson.Usage, AddPerson.RunAsync),
        new("grant", GrantVerb.Usage, GrantVerb.RunAsync),
    ];

    /// <summary>The verb that the arguments begin with; none when the site itself is wanted.</summary>
    public static Verb? Asked(string[] args)
    {
        if (args.Length == 0 || args[0].StartsWith('-')) return null;
        var said = string.Join(' ', args);
        return All.FirstOrDefault(v => said == v.Name || said.StartsWith(v.Name + " ", StringComparison.Ordinal)) ?? Unknown;
    }

    /// <summary>Runs it with the arguments after its name; Ctrl+C stops it between two steps.</summary>
    public async Task<int> RunAsync(IServiceProvider services, string[] args)
    {
        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, e) =>
        {
            e.Cancel = true;
            stop.Cancel();
        };
        return await Work(services, args[Math.Min(args.Length, Name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length)..], stop.Token);
    }

    private static Verb Unknown { get; } = new("", "", (_, args, _) =>
    {
        Console.Error.WriteLine($"There is no verb \"{args.FirstOrDefault()}\". The verbs are:");
        foreach (var verb in All) Console.Error.WriteLine($"  {verb.Usage}");
        return Task.FromResult(2);
    });
}

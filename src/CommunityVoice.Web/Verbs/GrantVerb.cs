using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Web.Wiring;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Verbs;

/// <summary><c>grant E-MAIL BODY-SLUG CAPABILITY[,CAPABILITY…] [--role TEXT]</c>: lends a person what a body may do.</summary>
internal static class GrantVerb
{
    public const string Usage = "grant E-MAIL BODY-SLUG CAPABILITY[,CAPABILITY...] [--role TEXT]";

    public static async Task<int> RunAsync(IServiceProvider services, string[] args, CancellationToken ct)
    {
        var (words, options) = Arguments.Read(args, "--role");
        if (words is not [var email, var slug, var list]) throw new StartProblem($"Say who, for which body, and what: {Usage}");
        var wanted = list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Aggregate(Capability.None, (all, name) => all | Named(name));

        await services.MigrateAsync(ct);
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CommunityVoiceDb>();
        var memberships = scope.ServiceProvider.GetRequiredService<Memberships>();
        var normal = email.Trim().ToUpperInvariant();
        var person = await db.People.SingleOrDefaultAsync(p => p.NormalizedEmail == normal, ct)
            ?? throw new StartProblem($"Nobody has an account with {email}: use add-person first.");
        var body = await db.Bodies.SingleOrDefaultAsync(b => b.Slug == slug, ct)
            ?? throw new StartProblem($"There is no body \"{slug}\". The bodies are {await SlugsAsync(db, ct)}.");
        var held = await memberships.HeldByAsync(body.Id, ct);
        if ((wanted & ~held) is var more and not Capability.None)
            throw new StartProblem($"{body.Name} has no remit today to {more.InWords()} ({more}). It holds: {held}.");

        await memberships.GrantAsync(person.Id, body, wanted, options.GetValueOrDefault("--role") ?? "", by: null, ct);
        Console.WriteLine($"{person.DisplayName} now holds:");
        foreach (var m in await db.Memberships.AsNoTracking().Include(m => m.Body).Where(m => m.PersonId == person.Id && m.EndedAt == null).OrderBy(m => m.Id).ToListAsync(ct))
            Console.WriteLine($"  {m.Body.Slug}: {m.Capabilities}{(m.Role.Length == 0 ? "" : $" as {m.Role}")}");
        return 0;
    }

    private static Capability Named(string name) =>
        CapabilityWords.Each.Cast<Capability?>().FirstOrDefault(c => string.Equals($"{c}", name, StringComparison.OrdinalIgnoreCase))
            ?? throw new StartProblem($"There is no capability \"{name}\". The capabilities are {string.Join(", ", CapabilityWords.Each)}.");

    private static async Task<string> SlugsAsync(CommunityVoiceDb db, CancellationToken ct)
    {
        var slugs = await db.Bodies.OrderBy(b => b.Slug).Select(b => b.Slug).Take(50).ToListAsync(ct);
        return slugs.Count == 0 ? "none yet" : string.Join(", ", slugs);
    }
}

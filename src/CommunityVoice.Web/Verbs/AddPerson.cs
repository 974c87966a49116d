using CommunityVoice.Activity;
using CommunityVoice.Data;
using CommunityVoice.People;
using CommunityVoice.Web.Wiring;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Verbs;

/// <summary><c>add-person E-MAIL NAME [--voice V]</c>: makes an account, or finds the one there is.</summary>
internal static class AddPerson
{
    public const string Usage = "add-person E-MAIL NAME [--voice VOICE]";

    public static async Task<int> RunAsync(IServiceProvider services, string[] args, CancellationToken ct)
    {
        var (words, options) = Arguments.Read(args, "--voice");
        if (words is not [var typed, var name]) throw new StartProblem($"Say an address and a name: {Usage}");
        var email = EmailAddresses.Read(typed) ?? throw new StartProblem($"\"{typed}\" is not an e-mail address.");
        if (name.Trim().Length is 0 or > Person.DisplayNameMaxLength) throw new StartProblem($"The name must have 1 to {Person.DisplayNameMaxLength} characters.");
        var voice = Voice.NotSaid;
        if (options.GetValueOrDefault("--voice") is { } said && (!Enum.TryParse(said, ignoreCase: true, out voice) || !VoiceWords.SelfDeclared.Contains(voice)))
            throw new StartProblem($"There is no voice \"{said}\". The voices are {string.Join(", ", VoiceWords.SelfDeclared)}.");

        await services.MigrateAsync(ct);
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CommunityVoiceDb>();
        var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow();
        var normal = email.ToUpperInvariant();
        var person = await db.People.SingleOrDefaultAsync(p => p.NormalizedEmail == normal, ct);
        if (person is null)
        {
            db.People.Add(person = new Person(email, name, now));
            if (voice != Voice.NotSaid) person.SpeakAs(voice);
            db.ActivityEntries.Add(new ActivityEntry(null, "person.added", "Person", null, "by command", now));
            await db.SaveChangesAsync(ct);
            Console.WriteLine($"{person.DisplayName} is added and signs in with {person.Email}.");
        }
        else
        {
            Console.WriteLine($"{person.Email} already has an account, called {person.DisplayName}; nothing is changed.");
        }
        Console.WriteLine($"{await db.People.CountAsync(ct):N0} people have an account.");
        return 0;
    }
}

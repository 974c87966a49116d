using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Discussion;
using CommunityVoice.People;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Benchmarks;

/// <summary>Makes consultations with as many comments as a benchmark needs.</summary>
internal static class Filler
{
    private const string Words = "The last bus goes at ten past six, so whoever visits in the evening walks home along the ring road. A second bus an hour later would be enough.";

    public static async Task<string> ConsultationAsync(CommunityVoiceDb db, string slug, int comments)
    {
        var today = UkTime.Today(TimeProvider.System);
        var now = TimeProvider.System.GetUtcNow();
        var area = new Area("Place of " + slug, "place-" + slug, AreaLevel.Place);
        var body = new Body("Body of " + slug, "body-" + slug, BodyKind.VoiceBody);
        var consultation = new Consultation("About " + slug, slug, "What would help?", area, body);
        consultation.Describe(new ConsultationFacts(
            consultation.Title, "What would help?", "The council", today.AddDays(90), Words, Words, "The budget.", Words, "Not known yet.", "Everybody.", new("Nobody is left out.", "Older people most.", "People meet.", "Seats."),
            today.AddDays(-10), today.AddDays(30), null, today.AddDays(60), "none", Involvement.Consulted));
        consultation.Publish(now.AddDays(-11));
        db.Add(consultation);
        await db.SaveChangesAsync();

        // Roots and replies by turns, by two hundred people.
        var people = Enumerable.Range(0, 200).Select(n => new Person($"{slug}-{n}@example.org", $"Person {n}", now)).ToList();
        db.People.AddRange(people);
        await db.SaveChangesAsync();
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        var voices = new[] { Voice.Resident, Voice.Carer, Voice.WorksHere, Voice.Resident };
        Comment? root = null;
        for (var n = 0; n < comments; n++)
        {
            var person = people[n % people.Count];
            var author = new Author(person.Id, person.DisplayName, voices[n % voices.Length]);
            var at = now.AddDays(-9).AddSeconds(n);
            var comment = n % 4 != 0 && root is { Id: > 0 } ? root.Reply(author, $"{Words} ({n})", at) : new Comment(consultation, author, $"{Words} ({n})", at);
            db.Comments.Add(comment);
            if (n % 4 == 0) root = comment;
            if (n % 5000 == 4999) await FlushAsync(db, consultation);
        }
        await FlushAsync(db, consultation);
        await db.Consultations.Where(c => c.Id == consultation.Id).ExecuteUpdateAsync(set => set
            .SetProperty(c => c.Comments, comments).SetProperty(c => c.People, Math.Min(comments, people.Count)));
        db.ChangeTracker.Clear();
        return slug;
    }

    private static async Task FlushAsync(CommunityVoiceDb db, Consultation consultation)
    {
        await db.SaveChangesAsync();
        foreach (var entry in db.ChangeTracker.Entries<Comment>().ToList()) entry.State = EntityState.Detached;
        db.Attach(consultation);
    }
}

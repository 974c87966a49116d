using CommunityVoice.Data;
using CommunityVoice.Discussion;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Content;

/// <summary>How many of those who took part in one consultation of the invented place gave each answer about themselves.</summary>
public sealed class DemoEqualityFile
{
    public required string Consultation { get; init; }
    public required Dictionary<string, Dictionary<string, int>> Answers { get; init; }
}

/// <summary>Has people who are nobody of the invented place tell about themselves.</summary>
internal sealed class DemoAboutPeople(CommunityVoiceDb db, DemoFiles files)
{
    public async Task SaveAsync(CancellationToken ct)
    {
        var slug = files.Consultations.Consultations.Single(c => c.Key == files.Equality.Consultation).Slug;
        var id = await db.Consultations.Where(c => c.Slug == slug).Select(c => c.Id).SingleAsync(ct);
        if (await db.EqualityAnswers.AnyAsync(a => a.ConsultationId == id, ct)) return;
        foreach (var (question, answers) in files.Equality.Answers)
        {
            foreach (var (number, answer) in answers.SelectMany(a => Enumerable.Repeat(a.Key, a.Value)).Index())
                db.EqualityAnswers.Add(new EqualityAnswer(id, Hashes.Sha256("demo", FormattableString.Invariant($"{number}")), question, answer));
        }
        await db.SaveChangesAsync(ct);
    }
}

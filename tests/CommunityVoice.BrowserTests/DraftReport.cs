using CommunityVoice.Data;
using CommunityVoice.Summaries;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.BrowserTests;

/// <summary>Adds a draft of a report on the open consultation to the prepared place, which lacks findings and figures only: how the rest is written is another journey.</summary>
public static class DraftReport
{
    public const string Title = "What we heard about coming home from hospital";

    public static async Task AddAsync(string connectionString)
    {
        var options = new DatabaseOptions { Provider = DatabaseProvider.Sqlite, ConnectionString = connectionString + ";Pooling=False" };
        await using var db = new CommunityVoiceDb((DbContextOptions<CommunityVoiceDb>)new DbContextOptionsBuilder<CommunityVoiceDb>().UseProvider(options).Options);
        var consultation = await db.Consultations.SingleAsync(c => c.Slug == "coming-home-from-hospital");
        var body = await db.Bodies.SingleAsync(b => b.Id == consultation.AskedById);
        var editor = await db.People.SingleAsync(p => p.Email == "editor@rivermead.example");
        var summary = new Summary(consultation, body, "coming-home-from-hospital");
        var draft = summary.Start(Title, editor.Id, TimeProvider.System.GetUtcNow());
        draft.Describe(ReadingMethod.ThemesByOne, Saturation.NotReached, Sentiment.Mixed);
        foreach (var section in SectionTemplate.All.Where(s => s.IsRequired)) draft.Write(section.Kind, $"{section.Heading}: this was written before the findings.");
        db.Summaries.Add(summary);
        await db.SaveChangesAsync();
    }
}

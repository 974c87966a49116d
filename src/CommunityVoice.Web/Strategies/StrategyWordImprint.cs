using CommunityVoice.Reviews;
using CommunityVoice.Strategies;
using CommunityVoice.Web.Summaries;

namespace CommunityVoice.Web.Strategies;

/// <summary>What stands at the end of a strategy's Word file: who wrote it and who did not, who was involved, and where it is from.</summary>
internal sealed class StrategyWordImprint(WordDocument word, WordMarkdown text)
{
    public void Write(StrategyReading reading, WordPiece onSite, WordPiece licence)
    {
        Authors(reading.Version);
        Involved(reading);
        var (version, strategy) = (reading.Version, reading.Strategy);
        word.Heading(1, "About this file");
        Items([$"By {strategy.By.Name}, for {strategy.Area.Name}", $"Measured against {strategy.Framework.Name}", $"Version {version.Number}, published on {WordFile.Day(version.PublishedAt)}"]);
        word.Paragraph(onSite);
        word.Paragraph(new WordPiece("Licence: "), licence);
    }

    private void Authors(StrategyVersion version)
    {
        word.Heading(1, "Who wrote it");
        Items(version.Strategy.Authors.Where(a => a.AskedAt <= version.PublishedAt).OrderBy(a => a.Id)
            .Select(a => $"{a.Body.Name}: {Stands(a, version)}").Prepend($"{version.Strategy.By.Name}, whose strategy it is"));
    }

    private static string Stands(StrategyAuthor author, StrategyVersion version) => author.StandingIn(version.PublishedAt) switch
    {
        Authorship.Writes => author.LeftAt is { } left ? $"wrote it too, and writes it no longer since {WordFile.Day(left)}: {author.LeaveReason}" : "wrote it too",
        Authorship.AgreedLater => $"agreed to write it too on {WordFile.Day(author.SignedAt)}, after this version was published",
        Authorship.Declined => $"does not write it too: {author.DeclineReason}",
        Authorship.Left => $"writes it no longer since {WordFile.Day(author.LeftAt)}: {author.LeaveReason}",
        _ => $"missing: asked{(author.IsAnotherTimeIn(version.Strategy.Authors) ? " again" : "")} on {WordFile.Day(author.AskedAt)}, and has not answered",
    };

    private void Involved(StrategyReading reading)
    {
        var version = reading.Version;
        if (version.BodiesInvolved.Length + version.PeopleInvolved.Length == 0) return;
        word.Heading(1, "Who was involved");
        word.Heading(2, $"The voice bodies that reach {reading.Strategy.Area.Name}");
        text.Write(version.BodiesInvolved, headingsFrom: 4);
        Items(reading.VoiceBodies.Select(b => $"{b.Name}, {b.Label}, for {b.Area}"));
        word.Heading(2, "People who live or work there");
        text.Write(version.PeopleInvolved, headingsFrom: 4);
    }

    private void Items(IEnumerable<string> lines)
    {
        var list = word.StartList(numbered: false);
        foreach (var line in lines) word.Item(list, 0, new WordPiece(line));
    }
}

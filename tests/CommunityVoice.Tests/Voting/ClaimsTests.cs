using System.Text.RegularExpressions;
using CommunityVoice.Content;

namespace CommunityVoice.Tests.Voting;

/// <summary>Rule R-F34: a vote's pages, letters, record and verifier never claim more than is true.</summary>
public sealed class ClaimsTests
{
    // "Not binding" says the truth, and statements can be representative of a group; what is forbidden are the claims.
    private static readonly Regex Claims = new(
        @"\b(secret|secretly|anonymous|anonymously|anonymity|tamper-?(proof|resistant)|coercion-?(proof|resistant)|end-to-end|verifiable|(?<!not |non-)binding|"
        + @"representative (sample|of (the|all|our|everyone|people|residents|rivermead))|one person,? one vote|(?<!cannot )prove[ns]? (that )?everybody|suitable for public office|unhackable|guaranteed?)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    [Fact]
    public void No_page_letter_record_or_verb_about_voting_claims_more_than_is_true()
    {
        var files = Texts().ToList();

        Assert.Contains(files, f => f.EndsWith("Ledger.cshtml", StringComparison.Ordinal));
        Assert.Contains(files, f => f.EndsWith("vote-receipt.md", StringComparison.Ordinal));
        Assert.Empty(from file in files
                     from match in Claims.Matches(File.ReadAllText(file))
                     select $"{Path.GetRelativePath(Repository.Root, file)}: {match.Value}");
    }

    [Theory]
    [InlineData("Your vote is secret.")]
    [InlineData("Votes are anonymous and tamper-proof.")]
    [InlineData("An end-to-end verifiable record")]
    [InlineData("The result is binding.")]
    [InlineData("one person one vote")]
    [InlineData("a representative sample")]
    public void The_words_would_be_found(string claim) => Assert.Matches(Claims, claim);

    [Theory]
    [InlineData("It is not binding.")]
    [InlineData("Later changes show to whoever kept an earlier fingerprint.")]
    public void What_is_true_may_be_said(string sentence) => Assert.DoesNotMatch(Claims, sentence);

    private static IEnumerable<string> Texts() =>
    [
        .. Directory.EnumerateFiles(Path.Combine(ContentLibrary.DefaultFolder, "pages"), "*vot*.md", SearchOption.AllDirectories),
        .. Directory.EnumerateFiles(Path.Combine(ContentLibrary.DefaultFolder, "pages"), "*ballot*.md", SearchOption.AllDirectories),
        .. Directory.EnumerateFiles(Path.Combine(ContentLibrary.DefaultFolder, "letters"), "*.md"),
        .. Source("src/CommunityVoice.Web/Pages/Vote", "*.cshtml"),
        .. Source("src/CommunityVoice.Web/Voting", "*.cs"),
        Path.Combine(Repository.Root, "src/CommunityVoice/Voting/PublicRecords.cs"),
        Path.Combine(Repository.Root, "src/CommunityVoice.Web/Verbs/VerifyBallot.cs"),
    ];

    private static IEnumerable<string> Source(string folder, string kind) => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), kind, SearchOption.AllDirectories);
}

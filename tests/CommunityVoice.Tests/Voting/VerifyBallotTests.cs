using CommunityVoice.Tests.Analysis;

namespace CommunityVoice.Tests.Voting;

/// <summary>The verifier as an outsider runs it: from a folder of their own, without a database, told by words and by its exit code.</summary>
public sealed class VerifyBallotTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("communityvoice-verify-").FullName;
    private readonly SomeBundle some = SomeBundle.Sealed();

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_right_record_is_told_in_plain_words_with_the_titles_of_its_options()
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "record.txt"), some.Text());

        var (code, said) = await RunAsync("record.txt", some.Entries[3].Hash, "--receipt", "7qfk-2m9x-4t0a-8wce-3n5r");

        Assert.Equal(0, code);
        Assert.Contains("16 entries follow one another, in 2 batches, and none breaks the rules.", said, StringComparison.Ordinal);
        Assert.Contains("The fingerprint that was kept is in it.", said, StringComparison.Ordinal);
        Assert.Contains("13 people count. All 5 lines of the published result are right:", said, StringComparison.Ordinal);
        Assert.Matches(@"  A crossing: \d+ dots by 13 people", said);
        Assert.Contains("The receipt belongs to entry 15: ", said, StringComparison.Ordinal);
        Assert.Contains("It counts.", said, StringComparison.Ordinal);
        Assert.Equal([Path.Combine(folder, "record.txt")], Directory.GetFileSystemEntries(folder)); // no database was made
    }

    [Fact]
    public async Task What_is_wrong_is_named_and_ends_with_one()
    {
        some.Entries[4] = some.Entries[4] with { Choices = "12=3" };
        await File.WriteAllTextAsync(Path.Combine(folder, "record.txt"), some.Text());

        var (code, said) = await RunAsync("record.txt");

        Assert.Equal(1, code);
        Assert.Contains("Entry 5 was altered.", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Say which file")]
    [InlineData("There is no file", "missing.txt")]
    [InlineData("A fingerprint has 64 digits", "record.txt", "abc")]
    [InlineData("A receipt code has 20 letters and numbers", "record.txt", "--receipt", "abc")]
    public async Task What_cannot_be_answered_ends_with_two_and_says_how_to_ask(string expected, params string[] asked)
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "record.txt"), some.Text());
        using var said = new StringWriter();
        var absolute = asked.Select((a, i) => i == 0 ? Path.Combine(folder, a) : a).ToArray();

        var code = await CommunityVoice.Web.Verbs.VerifyBallot.RunAsync(said, said, absolute, default);

        Assert.Equal(2, code);
        Assert.Contains(expected, said.ToString(), StringComparison.Ordinal);
        Assert.Contains("verify-ballot BUNDLE [FINGERPRINT] [--receipt CODE]", said.ToString(), StringComparison.Ordinal);
    }

    private Task<(int ExitCode, string Output)> RunAsync(params string[] arguments) =>
        SiteProcess.RunAsync(folder, "Production", new() { ["Database__Provider"] = "Postgres", ["Database__ConnectionString"] = "Host=127.0.0.1;Port=1;Username=nobody" }, ["verify-ballot", .. arguments]);
}

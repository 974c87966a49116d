using CommunityVoice.Analysis.Ballots;
using CommunityVoice.Analysis.Ballots.Bundles;

namespace CommunityVoice.Tests.Analysis;

/// <summary>Papers that two people left out, in the public record: counted by their reason, and safe from tampering (rules R-F33 and R-F34).</summary>
public sealed class BundleLeftOutTests
{
    public static TheoryData<BallotMethod> Methods => [.. Enum.GetValues<BallotMethod>()];

    [Theory]
    [MemberData(nameof(Methods))]
    public void What_is_left_out_is_counted_by_reason_and_does_not_count(BallotMethod method)
    {
        var (some, without) = (LeftOut(method), SomeBundle.Sealed(method));

        var report = some.Verify();

        Assert.Null(report.Fault);
        Assert.Equal([("same-person", 2), ("test", 1)], report.Counted!.Count.LeftOut.Select(l => (l.Key, l.Value)));
        Assert.Equal(without.Verify().Counted!.Count.Papers - 3, report.Counted.Count.Papers);
        Assert.Equal(["left-out same-person 2", "left-out test 1"], some.Bundle.Result.Skip(2).Take(2));
        Assert.DoesNotContain(without.Bundle.Result, l => l.StartsWith("left-out", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Put_back_it_counts_as_before(BallotMethod method)
    {
        var some = new SomeBundle(method);
        some.Seal();
        var before = some.Verify().Counted!.Count;
        some.Say("out", Out(method, some.Entries[7].Choices, "program"), replaces: 7);
        some.Say("in", some.Entries[7].Choices, replaces: 16);
        some.Seal();

        var report = some.Verify();

        Assert.Null(report.Fault);
        Assert.Empty(report.Counted!.Count.LeftOut);
        Assert.Equal(before.Options, report.Counted.Count.Options);
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Whoever_makes_an_exclusion_look_like_something_else_is_found(BallotMethod method)
    {
        var (altered, hidden, renamed, removed) = (LeftOut(method), LeftOut(method), LeftOut(method), LeftOut(method));
        var takenBack = method == BallotMethod.AgreeDisagreePass ? altered.Entries[16].Choices.Split('!')[0] : "";
        altered.Entries[16] = altered.Entries[16] with { Choices = takenBack };
        // Hashed anew by somebody clever, who forgot the published result.
        Rehash(hidden, 16, takenBack);
        Rehash(renamed, 16, renamed.Entries[16].Choices.Replace("same-person", "program", StringComparison.Ordinal));
        removed.Entries.RemoveAt(17);

        Assert.Equal("Entry 17 was altered.", $"{altered.Verify().Fault}");
        Assert.Equal(BundleFaultKind.ResultDiffers, hidden.Verify().Fault?.Kind);
        Assert.Equal(BundleFaultKind.ResultDiffers, renamed.Verify().Fault?.Kind);
        Assert.Equal("Entry 18 was removed.", $"{removed.Verify().Fault}");
        Assert.Equal(BundleFaultKind.ResultDiffers, SomeBundle.Verify(LeftOut(method).Text().Replace("= left-out same-person 2\n", "", StringComparison.Ordinal)).Fault?.Kind);
    }

    [Fact]
    public void Nothing_is_left_out_that_is_not_there()
    {
        var some = SomeBundle.Sealed();
        some.Entries[7] = some.Entries[7] with { Choices = "!test" };
        some.Rechain();

        Assert.Equal("Entry 8 breaks the rules of this ballot: it leaves out what is not there.", $"{some.Verify().Fault}");
    }

    [Theory]
    [InlineData(BallotMethod.Dots, "!")]
    [InlineData(BallotMethod.Dots, "!Test")]
    [InlineData(BallotMethod.Dots, "!a b")]
    [InlineData(BallotMethod.Dots, "11=!test")]
    [InlineData(BallotMethod.Support, "11!test")]
    [InlineData(BallotMethod.Support, "!test!test")]
    [InlineData(BallotMethod.AgreeDisagreePass, "!test")]
    [InlineData(BallotMethod.AgreeDisagreePass, "11=1!test")]
    [InlineData(BallotMethod.AgreeDisagreePass, "11=!")]
    public void Only_the_documented_form_leaves_something_out(BallotMethod method, string choices)
    {
        var some = LeftOut(method);
        Rehash(some, 16, choices);

        Assert.Equal("Entry 17 breaks the rules of this ballot: its choices are not written as documented.", $"{some.Verify().Fault}");
    }

    private static SomeBundle LeftOut(BallotMethod method)
    {
        var some = new SomeBundle(method);
        some.Seal();
        some.Say("out1", Out(method, some.Entries[7].Choices, "same-person"), replaces: 7);
        some.Say("out2", Out(method, some.Entries[8].Choices, "same-person"), replaces: 8);
        some.Say("out3", Out(method, some.Entries[9].Choices, "test"), replaces: 9);
        some.Seal();
        return some;
    }

    private static string Out(BallotMethod method, string before, string reason) =>
        method == BallotMethod.AgreeDisagreePass ? ChoicesText.LeftOut(MarkText.StatementOf(before), reason) : ChoicesText.LeftOut(reason);

    // Every hash is made anew and the head with them; the published result stays.
    private static void Rehash(SomeBundle some, int at, string choices)
    {
        var result = some.Bundle.Result;
        some.Entries[at] = some.Entries[at] with { Choices = choices };
        for (var i = at; i < some.Entries.Count; i++) some.Entries[i] = SomeBundle.Rehashed(some.Entries[i] with { PreviousHash = some.Entries[i - 1].Hash });
        some.Publish(result);
    }
}

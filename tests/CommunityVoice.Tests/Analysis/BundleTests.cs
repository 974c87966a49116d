using CommunityVoice.Analysis.Ballots;
using CommunityVoice.Analysis.Ballots.Bundles;

namespace CommunityVoice.Tests.Analysis;

/// <summary>The public bundle of a ballot, read by the verifier: right as it was published, and what anybody who tampers with it leaves behind.</summary>
public sealed class BundleTests
{
    public static TheoryData<BallotMethod> Methods => [.. Enum.GetValues<BallotMethod>()];

    [Theory]
    [MemberData(nameof(Methods))]
    public void A_bundle_as_it_was_published_is_right(BallotMethod method)
    {
        var some = SomeBundle.Sealed(method);

        var report = some.Verify();

        Assert.Null(report.Fault);
        Assert.Equal(16, report.Entries);
        Assert.Equal(13, report.Counted!.Count.Papers);
        Assert.Equal(some.Bundle.Result, ResultText.Of(report.Counted));
        Assert.Equal(some.Terms.Options, report.Bundle!.Terms.Options);
        Assert.Equal(some.Terms with { Options = [] }, report.Bundle.Terms with { Options = [] });
        Assert.Equal(some.Bundle.TermsFingerprint, report.Bundle.TermsFingerprint);
        Assert.Null(some.Verify(some.Entries[4].Hash).Fault); // a fingerprint kept earlier is still in it
        Assert.Null(some.Verify(some.Bundle.TermsFingerprint).Fault);
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void A_receipt_finds_its_entries_and_whether_they_count(BallotMethod method)
    {
        var some = SomeBundle.Sealed(method);
        var marks = method == BallotMethod.AgreeDisagreePass;

        var found = some.Verify(receipt: SomeBundle.Code).Receipt!;

        Assert.Equal(marks ? [(1L, false), (15L, true)] : [(15L, true)], found.Select(f => (f.Entry, f.Counts)));
        Assert.Empty(some.Verify(receipt: "0000000000000000000A").Receipt!);
        if (marks) return;
        Assert.Equal([(1L, false)], some.Verify(receipt: "first").Receipt!.Select(f => (f.Entry, f.Counts)));
        Assert.Equal([(16L, false)], some.Verify(receipt: "back").Receipt!.Select(f => (f.Entry, f.Counts)));
    }

    [Fact]
    public void Marks_on_a_statement_that_is_no_longer_shown_leave_no_trace_in_the_result()
    {
        var some = SomeBundle.Sealed(BallotMethod.AgreeDisagreePass);
        var without = some.Entries.Count(e => e.Choices.StartsWith("13=", StringComparison.Ordinal));
        some.Terms = some.Terms with { Options = [.. some.Terms.Options.Take(2)] };
        some.Seal();

        var report = some.Verify();

        Assert.Null(report.Fault);
        Assert.Equal(without, report.NotOffered);
        Assert.DoesNotContain(some.Bundle.Result, l => l.Contains("13", StringComparison.Ordinal));
    }

    [Fact]
    public void An_entry_may_come_after_the_one_that_takes_its_place_in_the_same_batch()
    {
        var some = SomeBundle.Sealed();
        (some.Entries[13], some.Entries[15]) = (some.Entries[15] with { Sequence = 14, Supersedes = some.Entries[13].Commitment }, some.Entries[13] with { Sequence = 16 });
        some.Rechain();

        Assert.Null(some.Verify().Fault);
        Assert.Equal(13, some.Verify().Counted!.Count.Papers);
    }

    [Theory]
    [InlineData("communityvoice-ballot 1")]
    [InlineData("")]
    [InlineData("communityvoice-ballot 2\nno terms\n")]
    [InlineData("communityvoice-ballot 2\n{\"ballot\":7}\nterms x\nhead 1 1 x\n")]
    [InlineData("communityvoice-ballot 2\nnull\nterms x\nhead 1 1 x\n")]
    public void What_is_no_bundle_is_said_to_be_none(string text) => Assert.Equal(BundleFaultKind.NotABundle, SomeBundle.Verify(text).Fault?.Kind);

    /// <summary>The worked example of <c>content/pages/ballot-record.md</c> is right to the last digit.</summary>
    [Fact]
    public void The_example_on_the_page_about_the_record_is_right()
    {
        var page = File.ReadAllText(Path.Combine(CommunityVoice.Content.ContentLibrary.DefaultFolder, "pages", "ballot-record.md")).ReplaceLineEndings("\n");
        var lines = page.Split('\n').SkipWhile(l => l != $"    {BallotBundle.FirstLine}").TakeWhile(l => l.StartsWith("    ", StringComparison.Ordinal)).Select(l => l[4..]).ToList();

        var report = SomeBundle.Verify(string.Join('\n', lines) + "\n", receipt: "7QFK2M9X4T0A8WCE3N5R");

        Assert.Null(report.Fault);
        Assert.Equal(3, report.Entries);
        Assert.Equal([(2L, true)], report.Receipt!.Select(r => (r.Entry, r.Counts)));
        Assert.Contains(report.Bundle!.TermsFingerprint, page, StringComparison.Ordinal);
    }
}

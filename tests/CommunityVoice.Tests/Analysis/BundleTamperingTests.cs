using CommunityVoice.Analysis.Ballots;
using CommunityVoice.Analysis.Ballots.Bundles;
using FsCheck;
using FsCheck.Fluent;

namespace CommunityVoice.Tests.Analysis;

/// <summary>Every way to tamper with a public bundle is found, and the place is named.</summary>
public sealed class BundleTamperingTests
{
    [Fact]
    public void A_removed_entry_is_named()
    {
        var some = SomeBundle.Sealed();
        some.Entries.RemoveAt(6);

        Assert.Equal("Entry 7 was removed.", Found(some));
    }

    [Fact]
    public void A_cut_off_end_is_named()
    {
        var some = SomeBundle.Sealed();
        some.Entries.RemoveRange(12, 4);

        Assert.Equal("Entry 13 was removed.", Found(some));
    }

    [Fact]
    public void Two_entries_that_changed_places_are_named()
    {
        var some = SomeBundle.Sealed();
        (some.Entries[2], some.Entries[8]) = (some.Entries[8], some.Entries[2]);

        Assert.Equal("Entry 3 was moved.", Found(some));
    }

    [Fact]
    public void An_altered_entry_is_named_even_when_its_own_hash_was_made_anew()
    {
        var (plain, clever) = (SomeBundle.Sealed(), SomeBundle.Sealed());
        plain.Entries[4] = plain.Entries[4] with { Choices = "12=3" };
        clever.Entries[4] = SomeBundle.Rehashed(clever.Entries[4] with { Choices = "12=3" });

        Assert.Equal("Entry 5 was altered.", Found(plain));
        Assert.Equal("Entry 5 was altered.", Found(clever));
    }

    [Fact]
    public void A_changed_number_is_an_altered_entry()
    {
        var some = SomeBundle.Sealed();
        some.Entries[4] = some.Entries[4] with { Sequence = 8 };

        Assert.Equal("Entry 5 was altered.", Found(some));
    }

    [Fact]
    public void An_entry_put_in_is_named_whether_it_is_a_copy_a_forgery_or_no_entry_at_all()
    {
        var (copy, forged, beyond) = (SomeBundle.Sealed(), SomeBundle.Sealed(), SomeBundle.Sealed());
        copy.Entries.Insert(6, copy.Entries[3]);
        forged.Entries.Insert(6, SomeBundle.Rehashed(forged.Entries[6] with { Choices = "12=3", Commitment = LedgerText.Commit("new", "12=3") }));
        beyond.Entries.Add(SomeBundle.Rehashed(beyond.Entries[6] with { Sequence = 17, Batch = 2, PreviousHash = beyond.Entries[^1].Hash, Commitment = LedgerText.Commit("new", "12=3") }));
        var lines = SomeBundle.Sealed().Text().Split('\n').ToList();
        lines.Insert(lines.FindIndex(l => l.StartsWith("7|7|", StringComparison.Ordinal)), "hello");

        Assert.Equal("An entry numbered 4 was added.", Found(copy));
        Assert.Equal("An entry numbered 7 was added.", Found(forged));
        Assert.Equal("An entry numbered 17 was added.", Found(beyond));
        Assert.Equal("A line that is no entry was added before entry 7.", $"{SomeBundle.Verify(string.Join('\n', lines)).Fault}");
    }

    [Fact]
    public void A_changed_line_of_the_result_is_named()
    {
        var some = SomeBundle.Sealed();
        var right = some.Bundle.Result[2];

        var text = some.Text().Replace($"= {right}\n", $"= {right}0\n", StringComparison.Ordinal);

        Assert.Equal($"The published result is not what the entries add up to: line 3 of it says \"{right}0\" where \"{right}\" is right.", $"{SomeBundle.Verify(text).Fault}");
        Assert.Equal(BundleFaultKind.ResultDiffers, SomeBundle.Verify(some.Text().Replace($"= {right}\n", "", StringComparison.Ordinal)).Fault?.Kind);
    }

    [Fact]
    public void Changed_terms_are_named_and_with_a_new_fingerprint_show_to_whoever_kept_theirs_or_by_what_they_forbid()
    {
        var (some, other, stricter) = (SomeBundle.Sealed(), SomeBundle.Sealed(), SomeBundle.Sealed());
        var kept = some.Bundle.TermsFingerprint;
        other.Terms = other.Terms with { Options = [other.Terms.Options[0] with { Title = "A bridge" }, .. other.Terms.Options.Skip(1)] };
        other.Rechain();
        stricter.Terms = stricter.Terms with { MostOnOne = 2 };
        stricter.Rechain();

        Assert.Equal(BundleFaultKind.TermsChanged, SomeBundle.Verify(some.Text().Replace("A crossing", "A bridge", StringComparison.Ordinal)).Fault?.Kind);
        Assert.Null(other.Verify().Fault);
        Assert.Equal("The record has 16 entries that follow one another, but not the fingerprint that was kept.", $"{other.Verify(kept).Fault}");
        Assert.Equal("Entry 3 breaks the rules of this ballot: it puts too many dots on one option.", Found(stricter));
    }

    [Fact]
    public void A_record_written_anew_after_a_change_shows_to_whoever_kept_an_earlier_fingerprint()
    {
        var some = SomeBundle.Sealed();
        var kept = some.Entries[11].Hash;
        some.Entries[4] = some.Entries[4] with { Choices = "12=3" };
        some.Rechain();

        Assert.Null(some.Verify().Fault);
        Assert.Equal(BundleFaultKind.NotTheSameRecord, some.Verify(kept).Fault?.Kind);
    }

    [Fact]
    public void A_head_that_is_not_the_last_entrys_is_named()
    {
        var some = SomeBundle.Sealed();

        Assert.Equal(BundleFaultKind.NotTheSameRecord, SomeBundle.Verify(some.Text().Replace($"head 16 2 {some.Bundle.Head}", $"head 16 2 {some.Entries[0].Hash}", StringComparison.Ordinal)).Fault?.Kind);
    }

    [Fact]
    public void No_place_is_taken_twice_none_of_nobody_and_none_of_its_own()
    {
        var (twice, none, own, later) = (SomeBundle.Sealed(), SomeBundle.Sealed(), SomeBundle.Sealed(), SomeBundle.Sealed());
        Supersede(twice, 12, twice.Entries[0].Commitment);
        Supersede(none, 12, LedgerText.Commit("nobody", ""));
        Supersede(own, 12, own.Entries[12].Commitment);
        Supersede(later, 3, later.Entries[12].Commitment);

        Assert.Equal("Entry 15 takes the place of an entry whose place was taken already.", Found(twice));
        Assert.Equal("Entry 13 takes the place of one that is not in the record up to the end of its batch.", Found(none));
        Assert.Equal("Entry 13 takes the place of itself.", Found(own));
        Assert.Equal("Entry 4 takes the place of one that is not in the record up to the end of its batch.", Found(later));
    }

    [Fact]
    public void A_mark_takes_the_place_of_one_on_the_same_statement_only()
    {
        var some = SomeBundle.Sealed(BallotMethod.AgreeDisagreePass);
        var other = some.Entries.FindIndex(2, e => MarkText.StatementOf(e.Choices) == 12);
        Supersede(some, 12, some.Entries[other].Commitment);

        Assert.Equal("Entry 13 takes the place of a mark on another statement.", Found(some));
    }

    [Theory]
    [InlineData(BallotMethod.Dots, "11=3,12=3", "it gives more than each person has")]
    [InlineData(BallotMethod.Pick, "11,12,13", "it gives more than each person has")]
    [InlineData(BallotMethod.Budget, "11,12,13", "what it chooses costs more than the budget")]
    [InlineData(BallotMethod.Rank, "11>14", "it names an option that is not on the ballot")]
    [InlineData(BallotMethod.Support, "12,11", "its choices are not written as documented")]
    [InlineData(BallotMethod.Dots, "11=", "its choices are not written as documented")]
    [InlineData(BallotMethod.AgreeDisagreePass, "11=2", "its choices are not written as documented")]
    public void Choices_that_the_rules_forbid_are_named(BallotMethod method, string choices, string why)
    {
        var some = SomeBundle.Sealed(method);
        some.Entries[7] = some.Entries[7] with { Choices = choices };
        for (var i = 7; i < some.Entries.Count; i++) some.Entries[i] = SomeBundle.Rehashed(some.Entries[i] with { PreviousHash = some.Entries[i - 1].Hash });

        Assert.Equal($"Entry 8 breaks the rules of this ballot: {why}.", Found(some));
    }

    [Fact]
    public void Any_change_of_any_character_of_any_entry_is_found() => Prop.ForAll<PositiveInt, PositiveInt, char>((line, at, letter) =>
    {
        var lines = Lines.ToList();
        var i = lines.Count - 1 - line.Get % 16;
        var text = lines[i].ToCharArray();
        var place = at.Get * 7 % text.Length; // all along the line, however small FsCheck's numbers are
        if (text[place] == letter) return true;
        text[place] = letter;
        lines[i] = new string(text);
        return SomeBundle.Verify(string.Join('\n', lines) + "\n").Fault is not null;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_character_of_an_entry_matters()
    {
        for (var i = 0; i < Lines[^2].Length; i++)
        {
            var lines = Lines.ToArray();
            lines[^2] = $"{lines[^2][..i]}{(lines[^2][i] == '0' ? '1' : '0')}{lines[^2][(i + 1)..]}";
            Assert.NotNull(SomeBundle.Verify(string.Join('\n', lines) + "\n").Fault);
        }
    }

    private static readonly string[] Lines = SomeBundle.Sealed().Text().TrimEnd('\n').Split('\n');

    private static string Found(SomeBundle some) => $"{some.Verify().Fault}";

    private static void Supersede(SomeBundle some, int at, string commitment)
    {
        some.Entries[at] = some.Entries[at] with { Supersedes = commitment };
        some.Rechain();
    }
}

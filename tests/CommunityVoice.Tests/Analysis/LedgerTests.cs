using CommunityVoice.Analysis.Ballots;
using FsCheck;
using FsCheck.Fluent;

namespace CommunityVoice.Tests.Analysis;

/// <summary>The ballot record: its text, its chain, and what somebody who tampers with it leaves behind.</summary>
public sealed class LedgerTests
{
    [Fact]
    public void A_record_as_it_was_sealed_has_no_fault()
    {
        var record = Record(12);

        Assert.Null(LedgerChain.FirstFault(record));
        Assert.Null(LedgerChain.FirstFault([]));
        Assert.Null(LedgerChain.FirstFault(record, record[^1].Hash));
        Assert.Null(LedgerChain.FirstFault(record, record[4].Hash)); // a head kept earlier is still in it
    }

    [Fact]
    public void A_removed_entry_is_named()
    {
        var record = Record(12);
        record.RemoveAt(6);

        Assert.Equal(new LedgerFault(LedgerFaultKind.Removed, 7), LedgerChain.FirstFault(record));
    }

    [Fact]
    public void A_moved_entry_is_named()
    {
        var record = Record(12);
        (record[2], record[8]) = (record[8], record[2]);

        Assert.Equal(new LedgerFault(LedgerFaultKind.Moved, 3), LedgerChain.FirstFault(record));
    }

    [Fact]
    public void An_altered_entry_is_named_even_when_its_own_hash_was_made_anew()
    {
        var (plain, clever) = (Record(12), Record(12));
        plain[4] = plain[4] with { Choices = "1=5" };
        clever[4] = Rehashed(clever[4] with { Choices = "1=5" });

        Assert.Equal(new LedgerFault(LedgerFaultKind.Altered, 5), LedgerChain.FirstFault(plain));
        Assert.Equal(new LedgerFault(LedgerFaultKind.Altered, 5), LedgerChain.FirstFault(clever));
    }

    [Fact]
    public void A_second_entry_of_the_same_number_is_named()
    {
        var record = Record(12);
        record.Insert(6, record[3]);

        Assert.Equal(new LedgerFault(LedgerFaultKind.Added, 4), LedgerChain.FirstFault(record));
    }

    [Fact]
    public void A_cut_off_end_and_a_record_written_anew_show_to_whoever_kept_the_head()
    {
        var record = Record(12);
        var head = record[^1].Hash;
        record.RemoveAt(11);

        Assert.Null(LedgerChain.FirstFault(record));
        Assert.Equal(LedgerFaultKind.NotTheSameRecord, LedgerChain.FirstFault(record, head)?.Kind);
        Assert.Equal(LedgerFaultKind.NotTheSameRecord, LedgerChain.FirstFault(Record(12, "2=1"), head)?.Kind);
    }

    [Fact]
    public void Any_change_of_any_character_of_any_line_is_found() => Prop.ForAll<PositiveInt, PositiveInt, char>((line, at, letter) =>
    {
        var record = Record(6);
        var i = line.Get % record.Count;
        var text = LedgerText.Line(record[i]).ToCharArray();
        var before = text[at.Get % text.Length];
        text[at.Get % text.Length] = letter;
        if (letter == before) return true;
        try
        {
            record[i] = LedgerText.Read(new string(text));
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            return true; // no line at all any more
        }
        return LedgerChain.FirstFault(record) is not null;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_line_read_back_is_the_entry() => Assert.All(Record(4), entry => Assert.Equal(entry, LedgerText.Read(LedgerText.Line(entry))));

    [Fact]
    public void The_documented_texts_give_the_documented_hashes()
    {
        Assert.Equal("55a3db6314a88ae7f97bdbc9133e215f32ee5c93a84d600a5a003ccd9d82c305", Sha256("hello|world"));
        Assert.Equal(Sha256("7QFK2M9X4T0A8WCE3N5R|12=3,15=2"), LedgerText.Commit("7QFK2M9X4T0A8WCE3N5R", "12=3,15=2"));
        var entry = new SealedEntry(12, 1, 1, new(2026, 11, 21), "12=3", "ab", null, LedgerText.Start, "");
        Assert.Equal("12|1|1|2026-11-21|12=3|ab||start", LedgerText.Of(entry));
        Assert.Equal(Sha256("12|1|1|2026-11-21|12=3|ab||start"), LedgerText.HashOf(entry));
    }

    private static List<SealedEntry> Record(int length, string choices = "1=1")
    {
        var (record, previous) = (new List<SealedEntry>(), LedgerText.Start);
        for (var i = 1; i <= length; i++)
        {
            record.Add(Rehashed(new(7, i, 1, new(2026, 6, 9), choices, LedgerText.Commit($"salt{i}", choices), null, previous, "")));
            previous = record[^1].Hash;
        }
        return record;
    }

    private static SealedEntry Rehashed(SealedEntry entry) => entry with { Hash = LedgerText.HashOf(entry) };

    private static string Sha256(string text) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

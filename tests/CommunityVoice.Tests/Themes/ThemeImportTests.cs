using CommunityVoice.Areas;
using CommunityVoice.Themes;

namespace CommunityVoice.Tests.Themes;

/// <summary>Reading a list of themes against those that an area has.</summary>
public sealed class ThemeImportTests
{
    private static readonly string[] Known = ["housing", "transport"];
    private readonly Area rivermead = A.Area();

    [Fact]
    public void A_list_says_what_is_added_renamed_brought_back_and_retired()
    {
        var (lifts, old, gone) = (Theme("Lifts"), Theme("Old one"), Theme("Gone"));
        gone.Retire(FakeClock.Start);

        var list = ThemeImport.Read("key,name,about,parent,replaces\nlifts,Lifts home,,,\ngone,Gone,,,\nnight,\"Care, at night\",,lifts,old-one\n", [lifts, old, gone], Known);

        Assert.True(list.IsRight);
        Assert.Equal([ThemeChange.Changed, ThemeChange.BroughtBack, ThemeChange.Added], list.Rows.Select(r => r.Change));
        Assert.Equal("Lifts", list.Rows[0].FormerName);
        Assert.Equal("Care, at night", list.Rows[2].Name);
        var retiring = Assert.Single(list.Retiring);
        Assert.Equal((old, "night"), (retiring.Theme, retiring.By));
    }

    [Theory]
    [InlineData("key,about\na,b", "The first line lacks this column: name")]
    [InlineData("", "There is nothing in it. Paste the whole list, its first line included")]
    [InlineData("key,name", "There is a first line and no other")]
    public void A_file_that_is_no_list_says_what_it_lacks(string text, string error) => Assert.Equal(error, Assert.Single(ThemeImport.Read(text, [], Known).Errors));

    [Theory]
    [InlineData("key,name\n,Lifts", 2, "Enter a key, such as care-at-night")]
    [InlineData("key,name\nLifts Home,Lifts", 2, "A key has small letters, digits and single hyphens only: write lifts-home")]
    [InlineData("key,name\nlifts,Lifts\nlifts,Again", 3, "The key lifts is on line 2 already: give this theme another")]
    [InlineData("key,name\nlifts,", 2, "Enter a name")]
    [InlineData("key,name\nlifts,Lifts,more", 2, "There are 3 fields under 2 columns: put text that holds a comma in quotes")]
    [InlineData("key,name,parent\nlifts,Lifts,travel", 2, "No line has the key travel, which is named as parent: add it or leave the parent empty")]
    [InlineData("key,name,parent\na,A,b\nb,B,a", 2, "a would stand under itself: give it another parent")]
    [InlineData("key,name,replaces\na,A,unknown", 2, "There is no theme unknown here to take the place of: correct the key or leave it out")]
    [InlineData("key,name,replaces\na,A,old\nold,Old,", 2, "old is in the list itself, on line 3: what is replaced must not be in it")]
    [InlineData("key,name,replaces\na,A,old\nb,B,old", 3, "old is replaced on line 2 already: name it once, or leave it out so that a person codes its comments anew")]
    [InlineData("key,name,capacity\na,A,maybe", 2, "Under capacity stands maybe: write yes or no, or leave it empty")]
    [InlineData("key,name,determinants\na,A,housing;weather", 2, "There is no determinant weather: use housing, transport")]
    [InlineData("key,name,maps_to\na,A,160903007", 2, "Under maps_to stands 160903007: write the name of the other list, a colon and the code without a space, such as SNOMED CT:160903007")]
    [InlineData("key,name,maps_to\na,A,\nb,B,SNOMED CT: 160903007", 3, "Under maps_to stands SNOMED CT:: write the name of the other list, a colon and the code without a space, such as SNOMED CT:160903007")]
    [InlineData("key,name,maps_to\na,A,ICD-10:Z75; :4.2", 2, "Under maps_to stands :4.2: write the name of the other list, a colon and the code without a space, such as SNOMED CT:160903007")]
    public void What_is_wrong_stands_at_its_line_and_says_what_to_do(string text, int line, string error)
    {
        var list = ThemeImport.Read(text, [Theme("Old")], Known);

        Assert.False(list.IsRight);
        Assert.Contains(error, list.Rows.Single(r => r.Line == line).Errors);
    }

    [Theory]
    [InlineData("key,name\nlifts,Lifts", ThemeChange.Stays)]
    [InlineData("key,name,capacity,determinants\nlifts,Lifts,,transport", ThemeChange.Stays)]
    [InlineData("key,name,capacity,determinants\nlifts,Lifts,no,transport", ThemeChange.Changed)]
    [InlineData("key,name,determinants\nlifts,Lifts,", ThemeChange.Changed)]
    [InlineData("key,name,determinants\nlifts,Lifts,transport;housing", ThemeChange.Changed)]
    [InlineData("key,name,maps_to\nlifts,Lifts,SNOMED CT:1 ICD-10:Z75", ThemeChange.Stays)]
    [InlineData("key,name,maps_to\nlifts,Lifts,ICD-10:Z75", ThemeChange.Changed)]
    [InlineData("key,name,maps_to\nlifts,Lifts,", ThemeChange.Changed)]
    public void What_a_list_does_not_say_of_capacity_determinants_and_other_lists_stays(string text, ThemeChange change)
    {
        var lifts = Theme("Lifts");
        lifts.MarkCapacity(true);
        lifts.Mark("transport");
        lifts.MapTo("ICD-10:Z75;SNOMED CT:1");

        Assert.Equal(change, Assert.Single(ThemeImport.Read(text, [lifts], Known).Rows).Change);
    }

    [Fact]
    public void A_list_that_was_written_reads_back_as_nothing_to_change()
    {
        var (lifts, night, old) = (Theme("Lifts"), Theme("Night, and \"after\""), Theme("Old"));
        lifts.Describe("=Lifts", "+ more\nthan one line");
        night.PutUnder(lifts);
        night.MarkCapacity(true);
        lifts.Mark("housing,transport");
        lifts.MapTo("ICD-10:Z75;Patient Experience Library:4.2");
        old.ReplaceBy(night, FakeClock.Start);

        var list = ThemeImport.Read(ThemeCsv.Write([lifts, night, old]), [lifts, night, old], Known);

        Assert.True(list.IsRight);
        Assert.True(list.ChangesNothing);
        Assert.Equal(["=Lifts", "Night, and \"after\""], list.Rows.Select(r => r.Name));
    }

    private Theme Theme(string name) => new(rivermead, name, A.Slug(name));
}

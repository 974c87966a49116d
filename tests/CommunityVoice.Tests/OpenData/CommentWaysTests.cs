using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Discussion;
using CommunityVoice.Tests.OnBehalf;
using CommunityVoice.Voting;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.OpenData;

/// <summary>The files of comments say how each reached us, as the page does.</summary>
public sealed class CommentWaysTests : SiteTest
{
    private const string Home = "/consultations/safer-crossings";

    [Fact]
    public async Task A_comment_says_how_it_came_and_at_which_meeting_it_was_said()
    {
        var scene = await AnswerScene.MakeAsync(Site);
        await Site.AssessAsync(scene.Consultation.Id, Dataset.Comments);
        await Site.SaveAsync(A.Comment(scene.Consultation, await Site.SaveAsync(A.Person())));
        await scene.EnterAsync("The kerb is too high.", EntryChannel.Phone);
        await scene.RecordMeetingAsync(points: "Cars do not stop.");
        var meeting = $"{Home}/meetings/{await Site.AskAsync(db => db.Meetings.Select(m => m.Id).SingleAsync())}";
        (string Channel, string Meeting)[] expected = [("On this site", ""), ("By phone", ""), ("At a meeting", meeting)];
        var files = new DataFiles(Site);

        var (_, rows) = await files.CsvAsync($"{Home}/comments.csv");
        var items = await files.ItemsAsync($"{Home}/comments.json");

        Assert.Equal(expected, rows.Select(r => (r["channel"], r["meeting"])));
        Assert.Equal(expected, items.Select(i => (i.GetProperty("channel").GetString() ?? "", i.GetProperty("meeting").GetString() ?? "")));
        Assert.NotNull((await new Browser(Site).GetAsync(Home)).QuerySelector($".comment a[href='{meeting}']"));
        (await new Browser(Site).GetAsync(meeting)).Shows("Cars do not stop.");
    }

    [Fact]
    public async Task How_many_answers_only_count_is_told_where_the_comments_are_a_file()
    {
        var scene = await AnswerScene.MakeAsync(Site);
        await scene.EnterAsync("Nobody mends the lights.", consent: "CountOnly");
        Assert.Equal(("", ""), await NotShownAsync());

        await Site.AssessAsync(scene.Consultation.Id, Dataset.Comments);
        Assert.Equal(("1", "1"), await NotShownAsync());

        await Site.AssessAsync(scene.Consultation.Id, Dataset.Comments, DisclosureRisk.High, may: false);
        Assert.Equal(("", ""), await NotShownAsync());

        async Task<(string InCsv, string InJson)> NotShownAsync()
        {
            var files = new DataFiles(Site);
            var row = Assert.Single((await files.CsvAsync("/consultations.csv")).Rows);
            return (row["people_not_shown"], $"{(await files.JsonAsync($"{Home}.json")).GetProperty("item").GetProperty("consultation").GetProperty("peopleNotShown")}");
        }
    }

    [Fact]
    public async Task Whoever_counts_the_authors_in_the_file_again_comes_to_the_people_with_those_whose_answers_staff_entered()
    {
        var scene = await AnswerScene.MakeAsync(Site);
        await Site.AssessAsync(scene.Consultation.Id, Dataset.Comments);
        var (asha, joe) = (await Site.SaveAsync(A.Person("Asha B")), await Site.SaveAsync(A.Person("Joe W")));
        await Site.SaveAsync(A.Comment(scene.Consultation, asha), A.Comment(scene.Consultation, asha, "And the kerb is high."), A.Comment(scene.Consultation, joe, "More benches, please."));
        await Site.DoAsync<CommunityVoiceDb>(db => CommentCounts.RecountAsync(db, scene.Consultation.Id, default));
        await scene.EnterAsync("The kerb is too high.");
        await scene.EnterAsync("Cars do not stop.");
        await scene.EnterAsync("Nobody mends the lights.", consent: "CountOnly");
        await scene.RecordMeetingAsync();
        var files = new DataFiles(Site);

        var (_, rows) = await files.CsvAsync($"{Home}/comments.csv");
        var whole = (await files.JsonAsync($"{Home}.json")).GetProperty("item").GetProperty("consultation");
        var listed = Assert.Single((await files.CsvAsync("/consultations.csv")).Rows);

        var authors = rows.Where(r => r["state"] == "visible" && r["meeting"].Length == 0).Select(r => r["author_number"] is { Length: > 0 } number ? number : r["author"]).Distinct(StringComparer.Ordinal).ToList();
        Assert.Equal(4, authors.Count);
        Assert.Equal(2, rows.Count(r => r["author"] == "Somebody on paper"));
        Assert.Equal((5, 1), (whole.GetProperty("people").GetInt32(), whole.GetProperty("peopleNotShown").GetInt32()));
        Assert.Equal(("5", "1"), (listed["people"], listed["people_not_shown"]));
        Assert.Equal(rows.Select(r => r["author_number"]), (await files.ItemsAsync($"{Home}/comments.json")).Select(i => $"{i.GetProperty("authorNumber")}"));
        Assert.All(rows.Where(r => r["meeting"].Length > 0 || r["channel"] == "On this site"), r => Assert.Equal("", r["author_number"]));
    }
}

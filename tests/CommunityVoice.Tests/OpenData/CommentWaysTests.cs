using CommunityVoice.Consultations;
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
}

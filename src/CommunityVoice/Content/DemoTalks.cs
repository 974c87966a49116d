using CommunityVoice.Activity;
using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Determinants;
using CommunityVoice.Discussion;
using CommunityVoice.Elements;
using CommunityVoice.Moderation;
using CommunityVoice.OnBehalf;
using CommunityVoice.Search;
using CommunityVoice.Themes;

namespace CommunityVoice.Content;

/// <summary>Has the people of the invented place say what they said, each at their time, and codes it to themes.</summary>
internal sealed class DemoTalks(CommunityVoiceDb db, DemoFiles files, DemoCast cast, DemoDays days, DateTimeOffset now, Successions successions)
{
    private readonly Authors authors = new(db, successions, new Decisions.NamedDeciders(db, successions));
    private readonly SearchIndex search = new(db);
    private readonly Dictionary<string, Theme> themes = [];
    private readonly Dictionary<string, Element> elements = [];

    public async Task SaveAsync(Dictionary<string, Consultation> consultations, CancellationToken ct)
    {
        foreach (var from in files.Themes.Themes)
        {
            db.Themes.Add(themes[from.Key] = new Theme(cast.Areas[files.Consultations.Review.Area], from.Name, Slug.Of(from.Name), from.About));
            themes[from.Key].MarkCapacity(from.Capacity);
            themes[from.Key].Mark(DeterminantList.Marks(from.Determinants));
        }
        foreach (var from in files.Themes.Elements) db.Elements.Add(elements[from.Key] = new Element(cast.Areas[files.Consultations.Review.Area], from.Name, from.About));
        await db.SaveChangesAsync(ct);
        foreach (var from in files.Themes.Elements) elements[from.Key].CannotWorkWithout([.. from.Needs.Select(n => elements[n])]);
        await db.SaveChangesAsync(ct);
        foreach (var talk in files.Talks)
        {
            var consultation = consultations[talk.Consultation];
            foreach (var meeting in talk.Meetings) await WriteDownAsync(meeting, consultation, ct);
            var said = new Dictionary<DemoComment, Comment>();
            // Level by level: a reply needs the number of what it answers.
            for (var level = talk.Comments.ConvertAll(c => (Comment: c, Answers: (DemoComment?)null)); level is not []; level = [.. level.SelectMany(Replies)])
            {
                foreach (var (from, answers) in level.OrderBy(c => days.At(c.Comment.At)))
                {
                    db.Comments.Add(said[from] = await SayAsync(from, answers is null ? null : said[answers], consultation, ct));
                }
                await db.SaveChangesAsync(ct);
            }
            foreach (var (from, comment) in said) FollowUp(comment, from);
            foreach (var note in talk.Notes) TellInPrivate(note, consultation);
            await db.SaveChangesAsync(ct);
            await CommentCounts.RecountAsync(db, consultation.Id, ct);
            foreach (var comment in said.Values.Where(c => c.IsVisible)) await search.PutAsync(comment, ct);
        }
    }

    private async Task<Comment> SayAsync(DemoComment from, Comment? answers, Consultation consultation, CancellationToken ct)
    {
        var (person, at, text) = (cast.People[from.By], days.At(from.At), from.Text.Trim());
        var author = await authors.OfAsync(person.Id, consultation, from.As is null ? null : cast.Bodies[from.As].Id, ct)
            ?? throw new InvalidOperationException($"{from.By} does not act for {from.As}.");
        var comment = answers?.Reply(author, text, at) ?? new Comment(consultation, author, text, at);
        comment.Miss(from.Missing is { } key ? elements[key] : null, from.MissingWords);
        if (Holding.ReasonToHold(text, author.SpeaksForId is null ? Trust.Known : Trust.Verified) is { } reason) comment.Hold(reason, at);
        return comment;
    }

    private async Task WriteDownAsync(DemoMeeting from, Consultation consultation, CancellationToken ct)
    {
        var (by, at) = (cast.People[from.By].Id, days.At(from.At));
        var meeting = new Meeting(consultation, new(from.Place, days.Day(from.Held), from.People, from.Groups, from.Notes.Trim()), from.Points, cast.Bodies[from.For].Id, by, at);
        db.Meetings.Add(meeting);
        await db.SaveChangesAsync(ct);
        db.ActivityEntries.Add(new ActivityEntry(by, "meeting.recorded", nameof(Meeting), meeting.Id, FormattableString.Invariant($"{meeting.HeldOn:yyyy-MM-dd}, about {from.People} people, {from.Points.Count} points"), at));
        foreach (var point in meeting.Points) await search.PutAsync(point, ct);
        await db.SaveChangesAsync(ct);
    }

    private void TellInPrivate(DemoNote from, Consultation consultation)
    {
        var note = new PrivateNote(consultation, cast.People[from.By].Id, from.Text.Trim(), days.At(from.At));
        if (from.Answer is { } answer) note.Reply(answer.Trim(), cast.People[from.AnsweredBy!].Id, days.At(from.AnsweredAt!));
        db.PrivateNotes.Add(note);
    }

    private void FollowUp(Comment comment, DemoComment from)
    {
        cast.Support(db, comment, from.Support, comment.PostedAt, now);
        if (comment.SpeaksForId is { } body)
            db.ActivityEntries.Add(new ActivityEntry(comment.AuthorId, "comment.posted", nameof(Comment), comment.Id, $"for body {body}", comment.PostedAt));
        foreach (var theme in from.Themes)
        {
            var coding = new Coding(themes[theme], comment, cast.People["editor"].Id, comment.PostedAt.AddHours(20));
            coding.Take(from.Views.GetValueOrDefault(theme));
            db.Codings.Add(coding);
        }
        if (from.Flagged is { } flag)
        {
            var somebody = Hashes.Sha256("demo", flag.Words);
            db.Flags.Add(new Flag(comment, Enum.Parse<FlagReason>(flag.Reason), flag.Words, new(null, null, somebody, somebody), Hashes.RandomHex(8), days.At(flag.At)));
            comment.Await(days.At(flag.At));
        }
        if (from.Removed is { } removal)
        {
            var (moderator, at) = (cast.People[removal.By].Id, days.At(removal.At));
            var actsFor = files.Place.People.Single(p => p.Key == removal.By).For;
            db.Decisions.Add(new Decision(comment, DecisionOutcome.Removed, removal.Rule, removal.Reason, moderator, actsFor is null ? null : cast.Bodies[actsFor].Id, 1, at));
            db.ActivityEntries.Add(new ActivityEntry(moderator, "comment.removed", nameof(Comment), comment.Id, removal.Rule, at));
            comment.Remove(removal.Rule, at);
        }
    }

    private static IEnumerable<(DemoComment Comment, DemoComment? Answers)> Replies((DemoComment Comment, DemoComment? Answers) said) =>
        said.Comment.Replies.Select(reply => (reply, (DemoComment?)said.Comment));
}

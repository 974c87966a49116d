using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Discussion;

namespace CommunityVoice.Content;

/// <summary>Saves the ideas of the invented place: those adopted stand in their listening space, the others wait.</summary>
internal sealed class DemoIdeas(CommunityVoiceDb db, List<DemoIdea> ideas, DemoCast cast, DemoDays days)
{
    public async Task SaveAsync(Dictionary<string, Consultation> spaces, CancellationToken ct)
    {
        foreach (var from in ideas.OrderBy(i => days.At(i.At)))
        {
            var (author, space) = (cast.People[from.By], spaces[from.Space]);
            var idea = new Idea(space.Area, author.Id, from.Title, from.Text, days.At(from.At));
            db.Ideas.Add(idea);
            if (from.Adopted is not { } day) continue;

            idea.TakeOn(cast.People["moderator"].Id);
            var body = from.As is null ? null : cast.Bodies[from.As];
            var speaker = body is null
                ? new Author(author.Id, author.DisplayName, author.Voice, author.ShowsArea ? author.AreaId : null)
                : new Author(author.Id, author.DisplayName, body.Voice, null, body.Id);
            var comment = new Comment(space, speaker, $"**{from.Title}**\n\n{from.Text}", days.At(day, 11));
            db.Comments.Add(comment);
            await db.SaveChangesAsync(ct);
            idea.Adopt(cast.Bodies["voice"], comment, days.At(day, 11));
            await CommentCounts.ShownAsync(db, comment, ct);
            cast.Support(db, comment, from.Support, days.At(day, 12), days.At(-1));
        }
        await db.SaveChangesAsync(ct);
    }
}

using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Discussion;
using CommunityVoice.Moderation;
using CommunityVoice.People;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Threads;

/// <summary>Publishes what somebody wrote before they signed in.</summary>
public sealed class DraftPublisher(CommunityVoiceDb db, Conversation conversation, Suggestions suggestions, PrivateNotes notes) : IDraftReceiver
{
    public async Task<string> PublishAsync(Guid personId, Draft draft, CancellationToken ct)
    {
        if (draft.Title is { } title) return await SuggestAsync(personId, draft, title, ct);
        // It may have been given another address since they began to write.
        var slug = await Addresses.TodayAsync(db, FormerSlug.OfConsultation, draft.Slug, ct) ?? draft.Slug;
        var here = $"/consultations/{Uri.EscapeDataString(slug)}";
        var id = await db.Consultations.Published().Where(c => c.Slug == slug).Select(c => (long?)c.Id).SingleOrDefaultAsync(ct);
        if (id is null) return "/consultations";

        if (draft.IsPrivate) return await notes.SendAsync(personId, id.Value, draft.Body, ct) is { } note ? $"/account/notes/{note.Id}" : "/account/notes";
        var posted = await conversation.PostAsync(personId, new(id.Value, draft.Body, draft.ReplyTo) { About = draft.About, AboutOther = draft.AboutOther, Missing = draft.Missing, MissingWords = draft.MissingWords }, ct);
        // What it answers or is about may have gone meanwhile; the words are still worth hearing.
        if (posted.Outcome is PostOutcome.NothingToAnswer or PostOutcome.NoSuchSection) posted = await conversation.PostAsync(personId, new(id.Value, draft.Body) { AboutOther = draft.AboutOther, Missing = draft.Missing, MissingWords = draft.MissingWords }, ct);
        return posted.Comment is { } comment ? $"{here}/comments/{comment.Id}#comment-{comment.Id}" : here;
    }

    private async Task<string> SuggestAsync(Guid personId, Draft draft, string title, CancellationToken ct)
    {
        var slug = await Addresses.TodayAsync(db, FormerSlug.OfArea, draft.Slug, ct) ?? draft.Slug;
        var area = await db.Areas.Where(a => a.Slug == slug).Select(a => (long?)a.Id).SingleOrDefaultAsync(ct);
        return area is { } id && await suggestions.SendAsync(personId, id, title, draft.Body, ct) is { } idea ? $"/ideas/{idea.Id}" : "/ideas";
    }
}

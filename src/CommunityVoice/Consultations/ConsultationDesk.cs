using CommunityVoice.Activity;
using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Follows;
using CommunityVoice.News;
using CommunityVoice.Notifications;
using CommunityVoice.Reviews;
using CommunityVoice.Search;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Consultations;

/// <summary>What staff do with a consultation: start, write, publish, extend, close. Each change is recorded in its transaction.</summary>
public sealed class ConsultationDesk(CommunityVoiceDb db, SearchIndex search, ContributorNews news, SiteAddress address, TimeProvider clock)
{
    private const string Subject = "Consultation";

    public async Task<Consultation> StartAsync(string title, Area area, Body askedBy, Review? review, bool isListeningSpace, Guid by, CancellationToken ct)
    {
        var consultation = new Consultation(title.Trim(), await FreeSlugAsync(title, ct), "", area, askedBy, review, isListeningSpace);
        return await db.TransactAsync(async () =>
        {
            db.Consultations.Add(consultation);
            await db.SaveChangesAsync(ct);
            await RecordAsync(consultation, by, "consultation.started", title, ct);
            return consultation;
        }, ct);
    }

    /// <summary>Saves what staff wrote; answers false when somebody else saved in the meantime.</summary>
    public async Task<bool> DescribeAsync(Consultation consultation, ConsultationFacts facts, int version, Guid by, CancellationToken ct)
    {
        if (consultation.Version != version) return false;
        var changed = string.Join(", ", ChangedFields(consultation, facts));
        var (opened, closed) = (consultation.OpensAt, consultation.ClosesAt);
        consultation.Describe(facts);
        try
        {
            await db.TransactAsync(async () =>
            {
                await MoveBallotsAsync(consultation, opened, closed, ct);
                if (changed.Length > 0) await RecordAsync(consultation, by, "consultation.described", changed, ct);
                if (consultation.PublishedAt is not null) await FindableAsync(consultation, ct);
                await db.SaveChangesAsync(ct);
            }, ct);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }

    /// <summary>Makes it public; the note says why, where it opens in a pre-election period.</summary>
    public Task PublishAsync(Consultation consultation, ElectionNote? note, Guid by, CancellationToken ct) => db.TransactAsync(async () =>
    {
        if (PublishingChecks.Of(consultation, await db.PlannedGroups.Where(g => g.ConsultationId == consultation.Id).ToListAsync(ct)) is [var first, ..])
            throw new InvalidOperationException($"{consultation.Slug} lacks {first.Field}.");
        consultation.Publish(clock.GetUtcNow(), note);
        foreach (var document in await db.Documents.Where(d => d.ConsultationId == consultation.Id).Include(d => d.Sections).Include(d => d.Versions).ToListAsync(ct)) document.KeepFirst(by);
        await FindableAsync(consultation, ct);
        await RecordAsync(consultation, by, "consultation.published", $"opens {consultation.OpensOn:yyyy-MM-dd}, closes {consultation.ClosesOn:yyyy-MM-dd}", ct);
        if (note is not null) await RecordAsync(consultation, by, "consultation.opens-before-election", $"{note}", ct);
    }, ct);

    /// <summary>Gives more time, also to ballots that close with it, and tells everybody who took part and has an account: by a comment or by a vote, once each.</summary>
    public Task ExtendAsync(Consultation consultation, DateOnly closesOn, string reason, Guid by, CancellationToken ct) => db.TransactAsync(async () =>
    {
        var (before, closed) = (consultation.ClosesOn!.Value, consultation.ClosesAt);
        consultation.Extend(closesOn, reason, by, clock.GetUtcNow());
        await MoveBallotsAsync(consultation, consultation.OpensAt, closed, ct);
        await db.SaveChangesAsync(ct); // the change has its key from here on
        var said = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["title"] = consultation.Title,
            ["closes"] = Long(closesOn),
            ["before"] = Long(before),
            ["reason"] = reason,
            ["link"] = address.To($"/consultations/{consultation.Slug}"),
        };
        var contributors = await db.Comments.Where(c => c.ConsultationId == consultation.Id && c.AuthorId != null).Select(c => c.AuthorId!.Value).Union(db.VotersIn(consultation.Id)).ToListAsync(ct);
        foreach (var person in contributors) news.Owe(person, PlaceNews.KeyOf(consultation.Changes[^1]), "consultation-extended", said);
        await RecordAsync(consultation, by, "consultation.extended", $"from {before:yyyy-MM-dd} to {closesOn:yyyy-MM-dd}: {reason}", ct);
    }, ct);

    public Task CloseAsync(Consultation consultation, string reason, Guid by, CancellationToken ct) => db.TransactAsync(async () =>
    {
        var closed = consultation.ClosesAt;
        consultation.Close(reason, by, clock.GetUtcNow());
        await MoveBallotsAsync(consultation, consultation.OpensAt, closed, ct);
        await RecordAsync(consultation, by, "consultation.closed", reason, ct);
    }, ct);

    private async Task MoveBallotsAsync(Consultation consultation, DateTimeOffset? opened, DateTimeOffset? closed, CancellationToken ct)
    {
        if ((consultation.OpensAt, consultation.ClosesAt) == (opened, closed)) return;
        foreach (var ballot in await db.Ballots.Where(b => b.ConsultationId == consultation.Id).ToListAsync(ct)) ballot.Follow(opened, closed);
    }

    private Task FindableAsync(Consultation consultation, CancellationToken ct) => search.PutAsync(consultation, ct);

    private async Task RecordAsync(Consultation consultation, Guid by, string verb, string detail, CancellationToken ct)
    {
        db.ActivityEntries.Add(new ActivityEntry(by, verb, Subject, consultation.Id, detail, clock.GetUtcNow()));
        await db.SaveChangesAsync(ct);
    }

    private async Task<string> FreeSlugAsync(string title, CancellationToken ct)
    {
        var wanted = Slug.Of(title, Consultation.SlugMaxLength - 4);
        var taken = await db.Consultations.Where(c => c.Slug.StartsWith(wanted)).Select(c => c.Slug)
            .Concat(db.FormerSlugs.Where(s => s.Kind == FormerSlug.OfConsultation && s.Slug.StartsWith(wanted)).Select(s => s.Slug)).ToListAsync(ct);
        return Slug.Free(wanted, taken);
    }

    private static IEnumerable<string> ChangedFields(Consultation held, ConsultationFacts facts)
    {
        foreach (var property in typeof(ConsultationFacts).GetProperties())
        {
            var old = typeof(Consultation).GetProperty(property.Name)!.GetValue(held);
            if (!Equals(old, property.GetValue(facts))) yield return property.Name;
        }
    }

    private static string Long(DateOnly day) => day.ToString("d MMMM yyyy", System.Globalization.CultureInfo.GetCultureInfo("en-GB"));
}

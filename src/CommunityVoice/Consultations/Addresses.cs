using System.Text.RegularExpressions;
using CommunityVoice.Activity;
using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Search;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Consultations;

/// <summary>Gives consultations, areas and organisations another address, and leads on from every one that they had (rule R-H16).</summary>
public sealed partial class Addresses(CommunityVoiceDb db, SearchIndex search, TimeProvider clock)
{
    /// <summary>Ends of addresses at which pages of the site itself stand.</summary>
    private static readonly string[] OfTheSite = ["compare", "find", "new"];

    /// <summary>What is wrong with the end of an address, in words; nothing where it can be one.</summary>
    public static string? Fault(string? slug) =>
        string.IsNullOrWhiteSpace(slug) ? "Enter the end of the address"
        : slug.Length > Consultation.SlugMaxLength ? "The end of the address must be 80 characters or fewer"
        : !Shape().IsMatch(slug) ? "Use small letters a to z, digits and single hyphens, such as safer-crossings-2026"
        : OfTheSite.Contains(slug, StringComparer.Ordinal) ? "This site has a page of its own at that address. Choose another"
        : null;

    /// <summary>The slug of today of whatever had this one before; none where nothing public had.</summary>
    public static Task<string?> TodayAsync(CommunityVoiceDb db, string kind, string former, CancellationToken ct)
    {
        var ids = db.FormerSlugs.Where(f => f.Kind == kind && f.Slug == former).Select(f => f.TargetId);
        return (kind switch
        {
            FormerSlug.OfConsultation => db.Consultations.Published().Where(c => ids.Contains(c.Id)).Select(c => c.Slug),
            FormerSlug.OfArea => db.Areas.Where(a => ids.Contains(a.Id)).Select(a => a.Slug),
            _ => db.Bodies.Where(b => ids.Contains(b.Id)).Select(b => b.Slug),
        }).SingleOrDefaultAsync(ct);
    }

    /// <summary>Whether another has this slug, or had it and is still led to from it.</summary>
    public async Task<bool> IsTakenAsync(string kind, long? id, string slug, CancellationToken ct) =>
        await db.FormerSlugs.AnyAsync(f => f.Kind == kind && f.Slug == slug && f.TargetId != id, ct)
        || await (kind switch
        {
            FormerSlug.OfConsultation => db.Consultations.AnyAsync(c => c.Slug == slug && c.Id != id, ct),
            FormerSlug.OfArea => db.Areas.AnyAsync(a => a.Slug == slug && a.Id != id, ct),
            _ => db.Bodies.AnyAsync(b => b.Slug == slug && b.Id != id, ct),
        });

    /// <summary>Answers false where another has it. The old address of a draft leads nowhere, since nobody was given it.</summary>
    public Task<bool> MoveAsync(Consultation consultation, string to, Guid by, CancellationToken ct)
    {
        var from = consultation.Slug;
        return MoveAsync(FormerSlug.OfConsultation, nameof(Consultation), consultation.Id, from, to, consultation.PublishedAt is not null, by, async () =>
        {
            consultation.MoveTo(to);
            if (consultation.PublishedAt is null) return;
            await search.PutAsync(consultation, ct);
            var (old, now) = ($"/consultations/{from}/", $"/consultations/{to}/");
#pragma warning disable CA1845 // the database puts it together, which knows no spans
            await db.SearchEntries.Where(e => e.Url.StartsWith(old)).ExecuteUpdateAsync(set => set.SetProperty(e => e.Url, e => now + e.Url.Substring(old.Length)), ct);
#pragma warning restore CA1845
        }, ct);
    }

    public Task<bool> MoveAsync(Body body, string to, Guid by, CancellationToken ct) =>
        MoveAsync(FormerSlug.OfBody, nameof(Body), body.Id, body.Slug, to, true, by, () =>
        {
            body.MoveTo(to);
            return Task.CompletedTask;
        }, ct);

    public Task<bool> MoveAsync(Area area, string to, Guid by, CancellationToken ct)
    {
        var from = area.Slug;
        return MoveAsync(FormerSlug.OfArea, nameof(Area), area.Id, from, to, true, by, async () =>
        {
            area.MoveTo(to);
            // Neighbourhoods that people drew say what they are made of by slug.
            foreach (var own in await db.OwnAreas.Where(o => o.Parts.Contains(from)).ToListAsync(ct)) own.PartMoved(from, to);
        }, ct);
    }

    private async Task<bool> MoveAsync(string kind, string subject, long id, string from, string to, bool leadsOn, Guid by, Func<Task> move, CancellationToken ct)
    {
        if (await IsTakenAsync(kind, id, to, ct)) return false;
        try
        {
            await db.TransactAsync(async () =>
            {
                // One that it had before is its own again.
                await db.FormerSlugs.Where(f => f.Kind == kind && f.Slug == to).ExecuteDeleteAsync(ct);
                if (leadsOn) db.FormerSlugs.Add(new FormerSlug(kind, from, id));
                db.ActivityEntries.Add(new ActivityEntry(by, $"{kind}.address-changed", subject, id, $"from {from} to {to}", clock.GetUtcNow()));
                await move();
                await db.SaveChangesAsync(ct);
            }, ct);
            return true;
        }
        catch (DbUpdateException e) when (CommunityVoiceDb.IsUniqueViolation(e))
        {
            return false; // somebody took it in the same moment
        }
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Shape();
}

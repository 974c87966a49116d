using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Consultations;

/// <summary>A document as its readers see it: the version they read, the others, and how much was said about each section.</summary>
public sealed record ReadDocument(Document Document, DocumentVersion Current, IReadOnlyDictionary<string, int> Said)
{
    public Consultation Consultation => Document.Consultation;
    public string Address => $"/consultations/{Consultation.Slug}/documents/{Document.Slug}";
}

/// <summary>Finds documents and their sections for whoever may read them.</summary>
public static class ReadSection
{
    /// <summary>None where there is no such document, or it is not public to this reader.</summary>
    public static async Task<ReadDocument?> FindAsync(PageModel page, CommunityVoiceDb db, IAuthorizationService authorization, string slug, string document, CancellationToken ct)
    {
        if (await DocumentDesk.FindAsync(db.Documents.AsNoTrackingWithIdentityResolution(), slug, document, ct) is not { } found || found.Current() is not { } current) return null;
        if (found.Consultation.PublishedAt is null && !await authorization.MayAsync(page.User, Capability.Consult, found.Consultation.AreaId)) return null;
        if (found.Consultation.PublishedAt is null) page.Response.LeaveOutOfSearch();
        return new(found, current, await DocumentDesk.SaidAsync(db, found.Id, ct));
    }

    /// <summary>The section of "document/anchor" as it reads now.</summary>
    public static async Task<VersionSection?> CurrentAsync(CommunityVoiceDb db, long consultationId, string about, CancellationToken ct) =>
        about.Split('/') is [var slug, var anchor] && await db.Documents.AsNoTrackingWithIdentityResolution().Include(d => d.Consultation).Include(d => d.Sections)
            .Include(d => d.Versions).ThenInclude(v => v.Sections).AsSplitQuery().SingleOrDefaultAsync(d => d.ConsultationId == consultationId && d.Slug == slug, ct) is { } document
            ? document.Current()?.Sections.Find(s => s.Anchor == anchor) : null;
}

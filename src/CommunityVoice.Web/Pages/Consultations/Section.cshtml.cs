using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Discussion;
using CommunityVoice.Web.Caching;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Consultations;

/// <summary>One section of a document and what was said about it, with the words it had then where they changed since.</summary>
[AllowAnonymous]
public sealed class SectionModel(CommunityVoiceDb db, IAuthorizationService authorization, TimeProvider clock) : PageModel
{
    private const int OnPage = 25;

    public ReadDocument Read { get; private set; } = null!;

    /// <summary>As it reads now, or as it read last before it was removed.</summary>
    public VersionSection Section { get; private set; } = null!;
    public int? RemovedIn { get; private set; }
    public bool IsOpen { get; private set; }
    public IReadOnlyList<SaidAboutSection> Comments { get; private set; } = [];
    public long? Older { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, string document, string anchor, long before, CancellationToken ct)
    {
        if (await ReadSection.FindAsync(this, db, authorization, slug, document, ct) is not { } read) return NotFound();
        Read = read;
        var removed = SectionHistory.Removed(read.Document.Versions).FirstOrDefault(r => r.Last.Anchor == anchor);
        if ((read.Current.Sections.Find(s => s.Anchor == anchor) ?? removed.Last) is not { } section) return NotFound();
        (Section, RemovedIn) = (section, removed.Last is null ? null : removed.RemovedIn);
        IsOpen = RemovedIn is null && read.Consultation.IsOpenAt(clock.GetUtcNow());
        var found = await db.Comments.AsNoTracking().Visible().Where(c => c.Section!.Version.DocumentId == read.Document.Id && c.Section.Anchor == anchor && (before <= 0 || c.Id < before))
            .OrderByDescending(c => c.Id).Take(OnPage + 1).Select(c => new SaidAboutSection(c.Id, c.SpeaksFor != null ? c.SpeaksFor.Name : c.AuthorName, $"{c.Voice}", c.SpeaksForId != null,
                c.Area!.Name, c.Body, c.PostedAt, c.Replies, c.Section!.Version.Number)).ToListAsync(ct);
        (Comments, Older) = ([.. found.Take(OnPage)], found.Count > OnPage ? found[OnPage - 1].Id : null);
        HttpContext.ShowsPages([PageTag.Consultation(read.Document.ConsultationId)], ["before"], read.Consultation.ClosesAt);
        return Page();
    }

    /// <summary>The section as it read in that version.</summary>
    public VersionSection? Then(int number) => Read.Document.Versions.Find(v => v.Number == number)?.Sections.Find(s => s.Anchor == Section.Anchor);

    /// <summary>What became of it since that version, in words; nothing where it stands as it did.</summary>
    public string? Since(int number) => SectionHistory.Of(Read.Document.Versions, Section.Anchor, number) switch
    {
        { RemovedIn: { } removed } => $"said about a section that was removed in version {removed}",
        { IsReworded: true, IsMoved: true } => $"said about version {number}; the section was moved and its words changed since",
        { IsReworded: true } => $"said about version {number}; its words changed since",
        { IsMoved: true } => $"said about version {number}; the section was moved since",
        _ => null,
    };
}

/// <summary>A comment about a section, with the version it is about.</summary>
public sealed record SaidAboutSection(long Id, string Name, string Voice, bool IsVerified, string? Area, string Words, DateTimeOffset PostedAt, int Replies, int Version);

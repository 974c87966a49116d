using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Web.Caching;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Consultations;

/// <summary>A paper to read before answering: a contents list, an address and a discussion for every section, and every version that was published.</summary>
[AllowAnonymous]
public sealed class DocumentModel(CommunityVoiceDb db, IAuthorizationService authorization, TimeProvider clock) : PageModel
{
    public ReadDocument Read { get; private set; } = null!;
    public DocumentVersion Version { get; private set; } = null!;
    public bool IsCurrent => Version == Read.Current;
    public bool IsOpen { get; private set; }

    /// <summary>Sections that are gone and about which something was said.</summary>
    public IReadOnlyList<(VersionSection Last, int RemovedIn)> Removed { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, string document, int? number, CancellationToken ct)
    {
        if (await ReadSection.FindAsync(this, db, authorization, slug, document, ct) is not { } read) return NotFound();
        Read = read;
        if ((number is null or 1 && read.Document.Versions.Count == 0 ? read.Current : read.Document.Versions.Find(v => v.Number == (number ?? read.Current.Number))) is not { } version) return NotFound();
        (Version, IsOpen) = (version, read.Consultation.IsOpenAt(clock.GetUtcNow()));
        Removed = [.. SectionHistory.Removed(read.Document.Versions).Where(r => read.Said.ContainsKey(r.Last.Anchor))];
        HttpContext.ShowsPages([PageTag.Consultation(read.Document.ConsultationId)], [], read.Consultation.ClosesAt);
        return Page();
    }
}

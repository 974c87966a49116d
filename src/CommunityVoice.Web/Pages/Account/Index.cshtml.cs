using CommunityVoice.Data;
using CommunityVoice.Notifications;
using CommunityVoice.People;
using CommunityVoice.Web.Account;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Account;

/// <summary>A person's own page: who they are here, what they contributed, and what they can do with their account.</summary>
[Authorize]
public sealed class IndexModel(CommunityVoiceDb db, Contributions contributions, Texts texts, Phones phones) : PageModel
{
    [BindProperty(SupportsGet = true)] public bool Saved { get; set; }

    public Person Me { get; private set; } = null!;
    public IReadOnlyList<Contribution> Comments { get; private set; } = [];
    public IReadOnlyList<Contribution> Ideas { get; private set; } = [];
    public IReadOnlyList<Contribution> Ballots { get; private set; } = [];
    public IReadOnlyList<AskedAbout> AskedAbout { get; private set; } = [];
    public IReadOnlyList<string> Bodies { get; private set; } = [];

    /// <summary>What is set about texts; nothing where this site sends none.</summary>
    public string? TextsTo { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var id = User.Id();
        if (await db.People.AsNoTracking().Include(p => p.Area).SingleOrDefaultAsync(p => p.Id == id, ct) is not { } me) return NotFound();
        Me = me;
        Comments = await contributions.CommentsAsync(id, ct);
        Ideas = await contributions.IdeasAsync(id, ct);
        Ballots = await contributions.BallotsAsync(id, ct);
        Bodies = await db.Memberships.Where(m => m.PersonId == id && m.EndedAt == null).OrderBy(m => m.Id)
            .Select(m => m.Role == "" ? m.Body.Name : m.Role + ", " + m.Body.Name).ToListAsync(ct);
        AskedAbout = await contributions.TookPartInAsync(id, ct);
        if (texts.AreSent) TextsTo = await phones.NumberAsync(id, ct) is { } number ? $"To {MobileNumbers.Shown(number)}, once a day at most" : "None";
        return Page();
    }
}

using System.ComponentModel.DataAnnotations;
using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.OnBehalf;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.Answers;

/// <summary>The consultations for which somebody may enter answers, the newest first; the code on a form leads straight to its own.</summary>
[Uses(Capability.EnterOnBehalf)]
public sealed class IndexModel(CommunityVoiceDb db, Permissions permissions) : PageModel
{
    private const int OnPage = 30;

    [FromQuery, Display(Name = "Code on the form", Description = "It stands at the top of a printed form")]
    public string? Code { get; set; }

    public IReadOnlyList<Consultation> Consultations { get; private set; } = [];
    public long? Older { get; private set; }

    public async Task<IActionResult> OnGetAsync(long before, CancellationToken ct)
    {
        var areas = await permissions.AreasAsync(User.Id(), Capability.EnterOnBehalf, ct);
        var found = await db.Consultations.AsNoTracking().Published().Include(c => c.Area)
            .Where(c => areas.Contains(c.AreaId) && (before <= 0 || c.Id < before)).OrderByDescending(c => c.Id).Take(OnPage + 1).ToListAsync(ct);
        (Consultations, Older) = ([.. found.Take(OnPage)], found.Count > OnPage ? found[OnPage - 1].Id : null);
        if (string.IsNullOrWhiteSpace(Code)) return Page();
        if (await AnswerForms.FindAsync(db, Code, ct) is { } form && areas.Contains(form.Consultation.AreaId))
            return Redirect($"/manage/consultations/{form.Consultation.Slug}/answers/new?code={Uri.EscapeDataString(Code)}");
        ModelState.AddModelError(nameof(Code), "No form has this code: check it letter by letter");
        return this.PageWithErrors();
    }
}

using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Themes;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Coding;

/// <summary>One of the two codes the sample, one comment after the other. Nothing here tells what anybody else gave: no themes, no counts, no suggestions.</summary>
[Uses(Capability.Code)]
public sealed class DoubleCodeModel(CommunityVoiceDb db, DoubleCodings codings, ThemeList themes, IAuthorizationService authorization) : PageModel
{
    [BindProperty] public OneInput Input { get; set; } = new();
    public DoubleCoding Sample { get; private set; } = null!;
    public DoubleCodedComment Current { get; private set; } = null!;
    public IReadOnlyList<ThemeRow> Themes { get; private set; } = [];
    public string Here => $"/moderation/themes/double/{Sample.Id}/code";

    public async Task<IActionResult> OnGetAsync(long id, int? place, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is { } refusal) return refusal;
        var next = place is { } wanted ? Sample.InOrder().FirstOrDefault(c => c.Place == wanted) : Sample.LeftFor(User.Id()).FirstOrDefault();
        if (next is null) return Redirect($"/moderation/themes/double/{id}");
        Current = next;
        Input.Themes = Current.Of(User.Id()) ?? [];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, int place, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is { } refusal) return refusal;
        if (Sample.InOrder().FirstOrDefault(c => c.Place == place) is not { } item) return NotFound();
        if (Sample.IsComplete || !Sample.Seat(User.Id())) return Redirect($"/moderation/themes/double/{id}");
        item.Choose(User.Id(), Themes.Select(t => t.Id).Intersect(Input.Themes));
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Redirect(Here); // somebody took the same seat at the same moment: the next try takes the other
        }
        return Redirect(Here);
    }

    private async Task<IActionResult?> FindAsync(long id, CancellationToken ct)
    {
        if (await codings.FindAsync(id, ct) is not { } sample) return NotFound();
        Sample = sample;
        if (!await authorization.MayAsync(User, Capability.Code, sample.Consultation.AreaId)) return Forbid();
        if (sample.IsFull && !sample.IsCoder(User.Id())) return Redirect($"/moderation/themes/double/{id}");
        // By name, and not in an order that tells which are used.
        Themes = [.. (await themes.ForAsync(sample.ConsultationId, sample.Consultation.AreaId, ct)).Where(t => !t.IsRetired)];
        return null;
    }
}

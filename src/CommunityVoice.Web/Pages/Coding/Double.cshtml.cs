using System.ComponentModel.DataAnnotations;
using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Themes;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Coding;

/// <summary>The samples of a consultation that two people code apart; and drawing a new one.</summary>
[Uses(Capability.Code)]
public sealed class DoubleModel(CommunityVoiceDb db, DoubleCodings codings, IAuthorizationService authorization) : PageModel
{
    private const int MostShown = 50;

    [BindProperty] public DoubleInput Input { get; set; } = new();
    public Consultation Consultation { get; private set; } = null!;
    public IReadOnlyList<SampleRow> Samples { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct) => await FindAsync(slug, ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken ct)
    {
        if (await FindAsync(slug, ct) is { } refusal) return refusal;
        if (!ModelState.IsValid) return this.PageWithErrors();
        if (await codings.StartAsync(Consultation, Input.Size!.Value, User.Id(), ct) is { } sample) return Redirect($"/moderation/themes/double/{sample.Id}");
        ModelState.AddModelError("Input.Size", $"There are fewer than {DoubleCoding.SmallestSample} different comments. Wait until there are more");
        return this.PageWithErrors();
    }

    private async Task<IActionResult?> FindAsync(string slug, CancellationToken ct)
    {
        if (await db.Consultations.AsNoTracking().Published().SingleOrDefaultAsync(c => c.Slug == slug, ct) is not { } consultation) return NotFound();
        Consultation = consultation;
        if (!await authorization.MayAsync(User, Capability.Code, consultation.AreaId)) return Forbid();
        Samples = await db.DoubleCodings.AsNoTracking().Where(d => d.ConsultationId == consultation.Id).OrderByDescending(d => d.Id).Take(MostShown)
            .Select(d => new SampleRow(d.Id, d.StartedAt, d.Comments.Count, d.Comments.Count(c => c.First != null), d.Comments.Count(c => c.Second != null))).ToListAsync(ct);
        return null;
    }

    /// <summary>How large the sample is.</summary>
    public sealed class DoubleInput
    {
        [Required(ErrorMessage = "Enter how many comments"), Range(DoubleCoding.SmallestSample, DoubleCoding.LargestSample)]
        [Display(Name = "How many comments", Description = "They are drawn by lot. Thirty show roughly whether two people read the themes alike.")]
        public int? Size { get; set; } = 30;
    }

    /// <summary>A sample and how far its two coders are.</summary>
    public sealed record SampleRow(long Id, DateTimeOffset StartedAt, int Size, int First, int Second);
}

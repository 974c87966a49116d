using CommunityVoice.Analysis.Text;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Themes;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Coding;

/// <summary>How far two people agreed, theme by theme, once both are done; and each place where they did not, to be decided.</summary>
[Uses(Capability.Code)]
public sealed class DoubleResultModel(CommunityVoiceDb db, DoubleCodings codings, IAuthorizationService authorization) : PageModel
{
    public DoubleCoding Sample { get; private set; } = null!;
    public IReadOnlyList<(Theme Theme, CoderAgreement Agreement)> Agreement { get; private set; } = [];
    public IReadOnlyList<Dispute> Disputes { get; private set; } = [];
    public bool MayCode => !Sample.IsComplete && (!Sample.IsFull || Sample.IsCoder(User.Id())) && Left > 0;
    public int Left => Sample.IsCoder(User.Id()) ? Sample.LeftFor(User.Id()).Count() : Sample.Comments.Count;
    public string? Names { get; private set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct) => await FindAsync(id, ct) ?? Page();

    /// <summary>Gives what both chose; with an item and a theme, decides about that one.</summary>
    public async Task<IActionResult> OnPostAsync(long id, long? item, long? theme, bool gives, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is { } refusal) return refusal;
        if (!Sample.IsComplete) return BadRequest();
        if (item is null || theme is null) await codings.GiveAgreedAsync(Sample, User.Id(), ct);
        else if (!await codings.RuleAsync(Sample, item.Value, theme.Value, gives, User.Id(), ct)) return NotFound();
        return Redirect($"/moderation/themes/double/{id}{(item is null ? "" : "#disputes")}");
    }

    private async Task<IActionResult?> FindAsync(long id, CancellationToken ct)
    {
        if (await codings.FindAsync(id, ct) is not { } sample) return NotFound();
        Sample = sample;
        if (!await authorization.MayAsync(User, Capability.Code, sample.Consultation.AreaId)) return Forbid();
        var coders = await db.People.Where(p => p.Id == sample.FirstCoderId || p.Id == sample.SecondCoderId).ToDictionaryAsync(p => p.Id, p => p.DisplayName, ct);
        Names = string.Join(" and ", new[] { sample.FirstCoderId, sample.SecondCoderId }.Where(c => c is not null).Select(c => coders.GetValueOrDefault(c!.Value, "A former member")));
        if (!sample.IsComplete) return null;
        var agreement = sample.Agreement();
        var themes = await db.Themes.AsNoTracking().Where(t => agreement.Keys.Contains(t.Id)).ToDictionaryAsync(t => t.Id, ct);
        Agreement = [.. agreement.Where(a => themes.ContainsKey(a.Key)).Select(a => (themes[a.Key], a.Value)).OrderBy(a => a.Value.Alpha ?? 2).ThenBy(a => a.Item1.Name, StringComparer.Ordinal)];
        Disputes = [.. sample.InOrder().SelectMany(c => c.Disputed.Where(themes.ContainsKey).Select(t => new Dispute(c, themes[t], c.First!.Contains(t), c.Rulings.Find(r => r.ThemeId == t))))];
        return null;
    }

    /// <summary>A theme that one chose for a comment and the other did not.</summary>
    public sealed record Dispute(DoubleCodedComment Item, Theme Theme, bool FirstChoseIt, Ruling? Ruling);
}

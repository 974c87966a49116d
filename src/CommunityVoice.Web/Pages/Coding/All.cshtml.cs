using System.Globalization;
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

/// <summary>Asks once more before all comments that match a filter get a theme or lose it, and says how many they are.</summary>
[Uses(Capability.Code)]
public sealed class AllModel(CommunityVoiceDb db, CodingDesk desk, CodingList list, ThemeList themes, IAuthorizationService authorization) : PageModel
{
    [BindProperty(SupportsGet = true)] public CommentFilter Filter { get; set; } = new();

    public Consultation Consultation { get; private set; } = null!;
    public IReadOnlyList<ThemeRow> Chosen { get; private set; } = [];
    public IReadOnlyList<long> Comments { get; private set; } = [];
    public string Back => $"/moderation/themes/{Consultation.Slug}{FilterAddress.Of(Filter, [])}";

    /// <summary>What the filter says, in words; nothing when it lets everything through.</summary>
    public string Matching { get; private set; } = "";

    public Task<IActionResult> OnGetAsync(string slug, [FromQuery(Name = "themes")] string chosen, CancellationToken ct) => FindAsync(slug, chosen, ct);

    public async Task<IActionResult> OnPostAsync(string slug, [FromQuery(Name = "themes")] string chosen, bool takes, CancellationToken ct)
    {
        var found = await FindAsync(slug, chosen, ct);
        if (found is not PageResult) return found;
        List<long> ids = [.. Chosen.Select(t => t.Id)];
        var changed = takes ? await desk.TakeOffAsync(ids, Comments, User.Id(), ct) : await desk.AssignAsync(ids, Comments, User.Id(), ct);
        return Redirect($"/moderation/themes/{slug}{FilterAddress.Of(Filter, [("changed", $"{changed}")])}");
    }

    private async Task<IActionResult> FindAsync(string slug, string chosen, CancellationToken ct)
    {
        if (await db.Consultations.AsNoTracking().Published().SingleOrDefaultAsync(c => c.Slug == slug, ct) is not { } consultation) return NotFound();
        Consultation = consultation;
        if (!await authorization.MayAsync(User, Capability.Code, consultation.AreaId)) return Forbid();
        var offered = await themes.ForAsync(consultation.Id, consultation.AreaId, ct);
        var ids = (chosen ?? "").Split(',').Select(id => long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var known) ? known : 0).ToHashSet();
        Chosen = [.. offered.Where(t => ids.Contains(t.Id))];
        if (Chosen.Count == 0) return NotFound();
        Comments = await list.AllAsync(consultation.Id, Filter, offered, ct);
        Matching = string.Join(", ", Words(offered));
        return Page();
    }

    private IEnumerable<string> Words(IReadOnlyList<ThemeRow> offered)
    {
        if (!string.IsNullOrWhiteSpace(Filter.Q)) yield return $"“{Filter.Q}” in the comment";
        if (Filter.Theme is { } theme) yield return $"theme {offered.FirstOrDefault(t => t.Id == theme)?.Name}";
        if (Filter.Voice is { } voice) yield return $"voice {People.VoiceWords.Word(voice)}";
        if (Filter.Uncoded) yield return "without a theme";
        if (Filter.Few) yield return "heard from few";
    }
}

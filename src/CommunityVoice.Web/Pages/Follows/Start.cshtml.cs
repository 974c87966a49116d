using CommunityVoice.Follows;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Follows;

/// <summary>One button that follows something. Public pages link here, because they are kept for everybody and hold no button of their own.</summary>
[AllowAnonymous]
public sealed class StartModel(Readers readers, Following following, FollowTargets targets) : PageModel
{
    [FromQuery] public FollowKind? What { get; set; }
    [FromQuery] public long Id { get; set; }
    [FromQuery] public int Number { get; set; }

    public FollowTarget? Target { get; private set; }

    /// <summary>How often they hear of it already.</summary>
    public FollowFrequency? Follows { get; private set; }
    public string Query => $"?what={What?.ToString().ToLowerInvariant()}&id={Id}{(Number > 0 ? $"&number={Number}" : "")}";
    public string Here => $"/follow{Query}";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (What is null && Id == 0) return Page();
        if (!await FindAsync(ct)) return NotFound();
        if (User.IdOrNull() is { } person) Follows = (await readers.FindAsync(person, ct))?.Follows.Find(f => f.Key == Target!.Key)?.Frequency;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (User.IdOrNull() is not { } person) return Challenge();
        if (!await FindAsync(ct)) return NotFound();
        if (await following.FollowAsync(person, Target!.Key, ct) is not null) return Redirect("/account/follows?saved=true");
        ModelState.AddModelError("", $"You follow {Following.Most} things already. Stop following one of them first");
        return this.PageWithErrors();
    }

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        Target = ModelState.IsValid && What is { } kind ? await targets.FindAsync(new(kind, Id, Number), ct) : null;
        return Target is not null;
    }
}

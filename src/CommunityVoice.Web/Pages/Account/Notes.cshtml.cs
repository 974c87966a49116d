using CommunityVoice.Web.Account;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Account;

/// <summary>What a person told the voice body in private, and whether it was answered.</summary>
[Authorize]
public sealed class NotesModel(Contributions contributions) : PageModel
{
    public IReadOnlyList<Contribution> Notes { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Notes = await contributions.NotesAsync(User.Id(), ct);
}

using CommunityVoice.Bodies;
using CommunityVoice.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Account;

/// <summary>Where an invitation leads: whoever signs in with the invited address can accept it.</summary>
[Authorize]
public sealed class InvitationModel(Invitations invitations, UserManager<Person> people) : PageModel
{
    public Invitation? Offer { get; private set; }
    public bool IsForThem { get; private set; }

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken ct)
    {
        await FindAsync(token, ct);
        return Answer();
    }

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken ct)
    {
        if (await FindAsync(token, ct) is not { } person || Offer is null) return Answer();
        if (!IsForThem) return Forbid();
        await invitations.AcceptAsync(Offer, person, ct);
        return Redirect("/account/second-factor");
    }

    private PageResult Answer()
    {
        var page = Page();
        page.StatusCode = Offer is null ? StatusCodes.Status410Gone : StatusCodes.Status200OK;
        return page;
    }

    private async Task<Person?> FindAsync(string token, CancellationToken ct)
    {
        var person = await people.GetUserAsync(User);
        Offer = await invitations.OfTokenAsync(token, ct);
        IsForThem = person is not null && Offer is not null && Invitations.IsFor(Offer, person);
        return person;
    }
}

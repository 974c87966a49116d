using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages;

/// <summary>Says in words what a status means: not found, not allowed, too many at once, closed for now.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken] // a refused POST is run again against this page
public sealed class StatusModel : PageModel
{
    [FromRoute] public int Code { get; set; }

    public string RequestId => HttpContext.TraceIdentifier;

    public string Title => Code switch
    {
        400 => "This could not be read",
        403 => "You cannot see this page",
        429 => "Too many at once",
        503 => "Sorry, the service is unavailable",
        _ => "Page not found",
    };

    // Asked for by its own address there was no failure, so the page itself is what is not there.
    public IActionResult OnGet()
    {
        if (Response.StatusCode == StatusCodes.Status200OK) Response.StatusCode = Code is >= 400 and < 600 ? Code : StatusCodes.Status404NotFound;
        return Page();
    }

    public IActionResult OnPost() => OnGet();
}

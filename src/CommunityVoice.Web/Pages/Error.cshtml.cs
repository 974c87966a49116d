using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages;

/// <summary>Shown when something went wrong on our side; it must work when little else does, so it reads nothing.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken] // a failed POST is run again against this page
[ResponseCache(NoStore = true)]
public sealed class ErrorModel : PageModel
{
    public string RequestId => HttpContext.TraceIdentifier;
}

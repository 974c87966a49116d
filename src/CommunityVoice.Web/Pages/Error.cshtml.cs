using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
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

    /// <summary>Somebody else saved the same thing in the same moment.</summary>
    public bool WasQuicker => HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error.IsSomebodyElses() == true;
}

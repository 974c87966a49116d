using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Account;

/// <summary>Says that an account is closed.</summary>
[AllowAnonymous]
public sealed class ClosedModel : PageModel;

using CommunityVoice.Content;
using CommunityVoice.Web.Caching;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages;

/// <summary>What short forms stand for.</summary>
[AllowAnonymous]
public sealed class GlossaryModel(Glossary glossary) : PageModel
{
    public IReadOnlyList<GlossaryTerm> Terms => glossary.Terms;

    public void OnGet() => HttpContext.ShowsPages([]);
}

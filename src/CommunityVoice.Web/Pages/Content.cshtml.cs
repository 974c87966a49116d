using CommunityVoice.Content;
using CommunityVoice.Web.Caching;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages;

/// <summary>Shows a page of <c>content/pages</c> at its path. The route catches whatever no other page wants.</summary>
public sealed class ContentModel(ContentLibrary library) : PageModel
{
    public ContentPage Shown { get; private set; } = null!;

    public IHtmlContent Body => new HtmlString(Shown.Html); // our own editors' words, made into HTML at start

    public IActionResult OnGet(string? path)
    {
        if (library.Find(path ?? "") is not { } page) return NotFound();
        Shown = page;
        HttpContext.ShowsPages([]);
        return Page();
    }
}

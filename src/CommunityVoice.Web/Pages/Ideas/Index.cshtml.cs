using CommunityVoice.Data;
using CommunityVoice.Web.Caching;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Ideas;

/// <summary>Ideas that a body has adopted; whoever is signed in also sees their own.</summary>
[AllowAnonymous]
public sealed class IndexModel(CommunityVoiceDb db) : PageModel
{
    private const int OnPage = 20;

    [FromQuery] public string? Area { get; set; }
    [FromQuery] public long? Before { get; set; }

    public IReadOnlyList<IdeaRow> Adopted { get; private set; } = [];
    public IReadOnlyList<IdeaRow> Own { get; private set; } = [];
    public long? Older { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var rows = await db.Ideas.Where(i => i.AdoptedAt != null && i.WithdrawnAt == null && (Before == null || i.Id < Before))
            .Where(i => string.IsNullOrEmpty(Area) || i.Area.Slug == Area).OrderByDescending(i => i.Id).Take(OnPage + 1)
            .Select(i => new IdeaRow(i.Id, i.Title, i.Area.Name, i.AdoptedAt, null)).ToListAsync(ct);
        (Adopted, Older) = ([.. rows.Take(OnPage)], rows.Count > OnPage ? rows[OnPage - 1].Id : null);
        if (User.IdOrNull() is { } person)
            Own = await db.Ideas.Where(i => i.AuthorId == person).OrderByDescending(i => i.Id).Take(OnPage)
                .Select(i => new IdeaRow(i.Id, i.Title, i.Area.Name, i.AdoptedAt, i.DeclinedAt)).ToListAsync(ct);
        HttpContext.ShowsPages([PageTag.Lists], ["area", "before"]);
    }
}

/// <summary>An idea as lists show it.</summary>
public sealed record IdeaRow(long Id, string Title, string Area, DateTimeOffset? AdoptedAt, DateTimeOffset? DeclinedAt)
{
    public string State => AdoptedAt is not null ? "Published" : DeclinedAt is not null ? "Answered" : "Waiting for a person to read it";
}

using System.ComponentModel.DataAnnotations;
using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Strategies;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.Strategies;

/// <summary>Starts a strategy of one of this person's boards, measured against one set of guidelines.</summary>
[Uses(Capability.Plan)]
public sealed class StartModel(CommunityVoiceDb db, StrategyDrafts drafts) : PageModel
{
    private IReadOnlyList<(Body Board, Area Area)> boards = [];

    [BindProperty] public StartInput Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Boards { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Frameworks { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await ListAsync(ct) ? Page() : Forbid();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await ListAsync(ct)) return Forbid();
        if (!ModelState.IsValid) return this.PageWithErrors();
        var (board, area) = boards.FirstOrDefault(b => Key(b) == Input.Board);
        var framework = await db.Frameworks.SingleOrDefaultAsync(f => f.Slug == Input.Framework, ct);
        if (board is null || framework is null) return BadRequest();
        var version = await drafts.StartAsync(board, area, framework, Input.Title!, User.Id(), ct);
        return RedirectToPage("Tasks", new { id = version.Id });
    }

    private async Task<bool> ListAsync(CancellationToken ct)
    {
        boards = await drafts.BoardsAsync(User.Id(), ct);
        Boards = [.. boards.Select(b => new SelectListItem($"{b.Board.Name}, for {b.Area.Name}", Key(b)))];
        Frameworks = await db.Frameworks.AsNoTracking().OrderByDescending(f => f.Id).Select(f => new SelectListItem(f.Name, f.Slug)).ToListAsync(ct);
        return boards.Count > 0;
    }

    private static string Key((Body Board, Area Area) one) => $"{one.Board.Id}-{one.Area.Id}";

    /// <summary>What the form holds.</summary>
    public sealed class StartInput
    {
        [Display(Name = "Title", Description = "What people will read in lists, such as “Closer to home: our plan for three years”.")]
        [Required(ErrorMessage = "Enter a title"), StringLength(StrategyVersion.TitleMaxLength)]
        public string? Title { get; set; }

        [Display(Name = "Whose strategy, and for where"), Required(ErrorMessage = "Choose a board and its area")]
        public string? Board { get; set; }

        [Display(Name = "Guidelines", Description = "Actions and money are linked to the priorities of these."), Required(ErrorMessage = "Choose guidelines")]
        public string? Framework { get; set; }
    }
}

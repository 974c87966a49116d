using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Reviews;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.Reviews;

/// <summary>The reviews this person looks after, and the questions that their bodies are asked.</summary>
[Authorize]
public sealed class IndexModel(CommunityVoiceDb db, Permissions permissions, TimeProvider clock) : PageModel
{
    private const int Most = 100;

    public bool MayStart { get; private set; }
    public bool MayAnswer { get; private set; }
    public IReadOnlyList<ReviewRow> Reviews { get; private set; } = [];
    public IReadOnlyList<TestQuestion> ToAnswer { get; private set; } = [];
    public DateOnly Today => UkTime.Today(clock);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!User.HasSecondFactor()) return Forbid();
        var may = await permissions.EverythingAsync(User.Id(), ct);
        (MayStart, MayAnswer) = ((may & ReviewDesk.Reviewers) != Capability.None, may.HasFlag(Capability.Respond));
        if (!MayStart && !MayAnswer) return Forbid();
        var areas = await permissions.AreasAsync(User.Id(), Capability.Publish, ct);
        areas.UnionWith(await permissions.AreasAsync(User.Id(), Capability.Plan, ct));
        Reviews = await db.Reviews.AsNoTracking().Where(r => areas.Contains(r.AreaId)).ToRows().Take(Most).ToListAsync(ct);
        var bodies = await permissions.DutiesAsync(User.Id(), Capability.Respond, ct);
        ToAnswer = await db.TestQuestions.AsNoTracking().Include(q => q.Review).Include(q => q.By).Include(q => q.Answers)
            .Where(q => bodies.Contains(q.AskedId) && q.WithdrawnAt == null).OrderBy(q => q.Answers.Any(a => a.KnownBy == null)).ThenBy(q => q.DueOn).ThenBy(q => q.Id).Take(Most).ToListAsync(ct);
        return Page();
    }
}

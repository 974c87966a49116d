using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Discussion;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Consultations;

/// <summary>Questions about whoever took part, after they have: all can be left out, changed and taken back.</summary>
[Authorize]
public sealed class AboutYouModel(CommunityVoiceDb db, EqualityAnswers answers, EqualityQuestions questions) : PageModel
{
    [BindProperty] public Dictionary<string, string?> Answers { get; set; } = [];

    public Consultation Consultation { get; private set; } = null!;
    public bool TookPart { get; private set; }
    public bool HasAnswered { get; private set; }
    public IReadOnlyList<EqualityQuestion> Questions => questions.All;
    [TempData] public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (!await FindAsync(slug, ct)) return NotFound();
        Answers = (await answers.OfAsync(User.Id(), Consultation.Id, ct)).ToDictionary(a => a.Key, a => (string?)a.Value, StringComparer.Ordinal);
        HasAnswered = Answers.Count > 0;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken ct)
    {
        if (!await FindAsync(slug, ct)) return NotFound();
        if (!TookPart) return Forbid();
        var given = questions.All.Where(q => Answers.GetValueOrDefault(q.Code) is { Length: > 0 }).ToDictionary(q => q.Code, q => Answers[q.Code]!, StringComparer.Ordinal);
        if (questions.All.Any(q => given.TryGetValue(q.Code, out var code) && q.Answers.All(a => a.Code != code))) return BadRequest(); // not offered
        await answers.SaveAsync(User.Id(), Consultation.Id, given, ct);
        Done = given.Count == 0 ? "You left all of them out, and we keep nothing." : "Thank you. Your answers are kept, apart from who you are.";
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostForgetAsync(string slug, CancellationToken ct)
    {
        if (!await FindAsync(slug, ct)) return NotFound();
        await answers.SaveAsync(User.Id(), Consultation.Id, new Dictionary<string, string>(StringComparer.Ordinal), ct);
        Done = "Your answers are deleted.";
        return RedirectToPage();
    }

    private async Task<bool> FindAsync(string slug, CancellationToken ct)
    {
        if (await db.Consultations.AsNoTracking().Published().Include(c => c.Area).SingleOrDefaultAsync(c => c.Slug == slug, ct) is not { } found) return false;
        (Consultation, TookPart) = (found, await answers.TookPartAsync(User.Id(), found.Id, ct));
        return true;
    }
}

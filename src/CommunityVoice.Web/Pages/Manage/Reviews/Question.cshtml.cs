using CommunityVoice.Reviews;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Manage.Reviews;

/// <summary>One test question: those who are asked answer it here, and those who asked say how convincing that is.</summary>
[Authorize]
public sealed class QuestionModel(ReviewAtHand reviews, ReviewDesk desk, TimeProvider clock) : PageModel
{
    [BindProperty] public QuestionInput Input { get; set; } = new();

    public QuestionSides Sides { get; private set; } = null!;
    public TestQuestion Question => Sides.Question;
    public DateOnly Today => UkTime.Today(clock);
    public bool CanRate => Sides.MayRate && Question is { WithdrawnAt: null, NewestAnswer: { IsFinal: true, Rating: null } };
    public bool CanAnswer => Sides.IsAsked && Question.WithdrawnAt is null;

    [TempData] public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(string slug, int number, CancellationToken ct) => await FindAsync(slug, number, ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(string slug, int number, string? step, CancellationToken ct)
    {
        if (await FindAsync(slug, number, ct) is { } refused) return refused;
        bool? saved = step switch
        {
            "answer" when CanAnswer => Input.IsAnswer(ModelState, Today)
                ? await desk.AnswerAsync(Question, Input.Answer!, Input.Evidence ?? "", Input.KnownBy, User.Id(), ct) : null,
            "rate" when CanRate => Input.IsRating(ModelState) ? await desk.RateAsync(Question, Input.Rating!.Value, Input.RatingReason!, User.Id(), ct) : null,
            "withdraw" when Sides.HasAsked && Question.WithdrawnAt is null => Input.IsWithdrawal(ModelState)
                ? await desk.WithdrawAsync(Question, Input.WithdrawnReason!, User.Id(), ct) : null,
            _ => false,
        };
        if (saved is null) return this.PageWithErrors();
        if (saved is false) return RedirectToPage(new { slug, number }); // somebody was quicker: the page shows how it stands
        Done = step switch { "answer" => "Your answer is public, and those who asked are told.", "rate" => "Everybody can see how convincing you find it.", _ => "The question is withdrawn. Everybody can see why." };
        return RedirectToPage(new { slug, number });
    }

    private async Task<IActionResult?> FindAsync(string slug, int number, CancellationToken ct)
    {
        var (found, refused) = await reviews.FindQuestionAsync(this, slug, number, ct);
        if (found is not null) Sides = found;
        return refused;
    }
}

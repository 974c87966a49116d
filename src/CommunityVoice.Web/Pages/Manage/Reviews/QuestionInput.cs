using System.ComponentModel.DataAnnotations;
using CommunityVoice.Reviews;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CommunityVoice.Web.Pages.Manage.Reviews;

/// <summary>What the forms on the page of a question hold; each is checked only when it is the one that was sent.</summary>
public sealed class QuestionInput
{
    public static IReadOnlyList<SelectListItem> Ratings { get; } = [.. Enum.GetValues<AnswerRating>().Select(r => new SelectListItem(r.Word(), r.ToString()))];

    [Display(Name = "Your answer", Description = "In plain words, for everybody."), StringLength(ItemJudgement.TextMaxLength)]
    public string? Answer { get; set; }

    [Display(Name = "What shows it?", Description = "Figures with their date, documents with their page, addresses. Needed unless you do not know yet."), StringLength(ItemJudgement.TextMaxLength)]
    public string? Evidence { get; set; }

    [Display(Name = "If you do not know yet, by when will you?", Description = "The question stays open until then.")]
    public DateOnly? KnownBy { get; set; }

    [Display(Name = "How convincing is the answer?")]
    public AnswerRating? Rating { get; set; }

    [Display(Name = "Why?"), StringLength(TestQuestion.WhyMaxLength)]
    public string? RatingReason { get; set; }

    [Display(Name = "Why do you withdraw the question?"), StringLength(TestQuestion.WhyMaxLength)]
    public string? WithdrawnReason { get; set; }

    public bool IsAnswer(ModelStateDictionary state, DateOnly today)
    {
        (Answer, Evidence) = (Answer?.Trim(), Evidence?.Trim());
        if (string.IsNullOrEmpty(Answer)) state.TryAddModelError("Input.Answer", "Enter your answer");
        if (KnownBy < today) state.TryAddModelError("Input.KnownBy", "Enter a day from today on");
        if (KnownBy is null && string.IsNullOrEmpty(Evidence)) state.TryAddModelError("Input.Evidence", "Say what shows it, or by when you will know");
        return state.IsValid;
    }

    public bool IsRating(ModelStateDictionary state)
    {
        RatingReason = RatingReason?.Trim();
        if (Rating is null) state.TryAddModelError("Input.Rating", "Choose how convincing it is");
        if (string.IsNullOrEmpty(RatingReason)) state.TryAddModelError("Input.RatingReason", "Say why");
        return state.IsValid;
    }

    public bool IsWithdrawal(ModelStateDictionary state)
    {
        WithdrawnReason = WithdrawnReason?.Trim();
        if (string.IsNullOrEmpty(WithdrawnReason)) state.TryAddModelError("Input.WithdrawnReason", "Say why you withdraw it");
        return state.IsValid;
    }
}

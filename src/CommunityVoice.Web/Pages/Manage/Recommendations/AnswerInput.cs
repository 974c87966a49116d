using System.ComponentModel.DataAnnotations;
using CommunityVoice.Markup;
using CommunityVoice.Recommendations;
using CommunityVoice.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace CommunityVoice.Web.Pages.Manage.Recommendations;

/// <summary>What the form of an answer holds.</summary>
public sealed class AnswerInput
{
    public static IReadOnlyList<Choice> Kinds { get; } =
    [
        new(nameof(ResponseKind.Accepted), "We accept it", "We will do what is asked."),
        new(nameof(ResponseKind.Partly), "We accept it in part", "We will do some of it, and say why not all."),
        new(nameof(ResponseKind.NotAccepted), "We do not accept it", "We say why."),
    ];

    [Display(Name = "Do you accept it?"), Required(ErrorMessage = "Choose whether you accept it")]
    public ResponseKind? Kind { get; set; }

    [Display(Name = "What will you do?", Description = "Needed if you accept it, also in part."), StringLength(Recommendation.TextMaxLength)]
    public string? Action { get; set; }

    [Display(Name = "Who answers for it?", Description = "A role, such as “Head of adult social care”. No name is needed."), StringLength(Response.OwnerMaxLength)]
    public string? OwnerRole { get; set; }

    [Display(Name = "By when?")]
    public DateOnly? ByWhen { get; set; }

    [Display(Name = "Why not, or why only in part?", Description = "Needed if you do not accept all of it."), StringLength(Recommendation.TextMaxLength)]
    public string? Reason { get; set; }

    /// <summary>What it says, once it is right.</summary>
    public ResponseText ToText() => new(Kind!.Value, Action, OwnerRole, ByWhen, Reason);

    /// <summary>Says of each field what is missing, and keeps only what belongs to the chosen kind.</summary>
    public bool IsRight(ModelStateDictionary state, DateOnly today)
    {
        (Action, OwnerRole, Reason) = (Clean(Action), Clean(OwnerRole), Clean(Reason));
        if (Kind is ResponseKind.Accepted or ResponseKind.Partly)
        {
            if (Action is null) state.TryAddModelError("Input.Action", "Say what you will do");
            if (OwnerRole is null) state.TryAddModelError("Input.OwnerRole", "Enter the role that answers for it");
            if (ByWhen is null) state.TryAddModelError("Input.ByWhen", "Enter the day by which it will be done");
            else if (ByWhen < today.AddYears(-1)) state.TryAddModelError("Input.ByWhen", "Check the year: this day is long past");
        }
        if (Kind is ResponseKind.Partly && Reason is null) state.TryAddModelError("Input.Reason", "Say why you accept it only in part");
        if (Kind is ResponseKind.NotAccepted && Reason is null) state.TryAddModelError("Input.Reason", "Say why you do not accept it");
        return state.IsValid;
    }

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : CleanText.Of(text);
}

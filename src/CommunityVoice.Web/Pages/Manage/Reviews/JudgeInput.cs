using System.ComponentModel.DataAnnotations;
using CommunityVoice.Reviews;
using CommunityVoice.Summaries;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CommunityVoice.Web.Pages.Manage.Reviews;

/// <summary>What the form of a judgement holds.</summary>
public sealed class JudgeInput
{
    public static IReadOnlyList<SelectListItem> Grades { get; } = [.. Enum.GetValues<Fitness>().Select(f => new SelectListItem(f.Word(), f.ToString()))];

    [Display(Name = "How fit is it now?"), Required(ErrorMessage = "Choose how fit it is now")]
    public Fitness? Now { get; set; }

    [Display(Name = "How fit is it for the future?", Description = "With the people who will live here, and the staff there will be."), Required(ErrorMessage = "Choose how fit it is for the future")]
    public Fitness? Future { get; set; }

    [Display(Name = "Why?", Description = "In plain words, for everybody."), Required(ErrorMessage = "Say why"), StringLength(ItemJudgement.TextMaxLength)]
    public string? Reason { get; set; }

    [Display(Name = "What do people here need of it?", Description = "What is particular to this place."), Required(ErrorMessage = "Say what people here need of it"), StringLength(ItemJudgement.TextMaxLength)]
    public string? LocalNeeds { get; set; }

    [Display(Name = "Which findings does it rest on?")]
    public List<long> Findings { get; set; } = [];

    [Display(Name = "What else does it rest on?", Description = "Documents with their page, figures with their date, addresses."), StringLength(ItemJudgement.TextMaxLength)]
    public string? Source { get; set; }

    public static JudgeInput Of(ItemJudgement judgement) => new()
    {
        Now = judgement.Now,
        Future = judgement.Future,
        Reason = judgement.Reason,
        LocalNeeds = judgement.LocalNeeds,
        Findings = [.. judgement.Grounds.Select(g => g.FindingId)],
        Source = judgement.Source,
    };

    public JudgementText ToText(IReadOnlyList<Finding> findings) =>
        new(Now!.Value, Future!.Value, Reason!.Trim(), LocalNeeds!.Trim(), (Source ?? "").Trim(), findings);
}

using System.ComponentModel.DataAnnotations;
using CommunityVoice.Consultations;

namespace CommunityVoice.Web.Pages.Manage.Consultations;

/// <summary>What a consultation says of itself. Only the title is needed to save; the rest is needed to publish.</summary>
public sealed class ConsultationInput
{
    private const int Long = 4000;

    [Required(ErrorMessage = "Enter a title"), StringLength(Consultation.TitleMaxLength, ErrorMessage = "The title must be 120 characters or fewer"), Display(Name = "Title")]
    public string? Title { get; set; }

    [StringLength(Consultation.QuestionMaxLength, ErrorMessage = "The question must be 200 characters or fewer"), Display(Name = "The question, in one line")]
    public string? Question { get; set; }

    [StringLength(Long, ErrorMessage = "Why you are asking must be 4,000 characters or fewer"), Display(Name = "Why you are asking")]
    public string? Why { get; set; }

    [StringLength(200, ErrorMessage = "Who decides must be 200 characters or fewer"), Display(Name = "Who decides", Description = "The body or person whose decision it is")]
    public string? DecisionMaker { get; set; }

    [Display(Name = "When they decide")]
    public DateOnly? DecidesOn { get; set; }

    [StringLength(Long, ErrorMessage = "What can change must be 4,000 characters or fewer"), Display(Name = "What can change")]
    public string? CanChange { get; set; }

    [StringLength(Long, ErrorMessage = "What cannot change must be 4,000 characters or fewer"), Display(Name = "What cannot change")]
    public string? CannotChange { get; set; }

    [StringLength(Long, ErrorMessage = "The options must be 4,000 characters or fewer"), Display(Name = "The options")]
    public string? Options { get; set; }

    [StringLength(Long, ErrorMessage = "Costs and effects must be 4,000 characters or fewer"), Display(Name = "What is known about costs and effects")]
    public string? CostsAndImpacts { get; set; }

    [StringLength(Long, ErrorMessage = "Who you plan to hear from must be 4,000 characters or fewer")]
    [Display(Name = "Who you plan to hear from", Description = "It is shown beside who was heard")]
    public string? PlannedAudience { get; set; }

    [StringLength(Long, ErrorMessage = "The equality record must be 4,000 characters or fewer")]
    [Display(Name = "Equality record", Description = "Who is affected, how you end discrimination, advance opportunity and foster good relations, and what you do about what you found")]
    public string? EqualityNote { get; set; }

    [Display(Name = "Opens on")]
    public DateOnly? OpensOn { get; set; }

    [Display(Name = "Closes on", Description = "It stays open until the end of that day")]
    public DateOnly? ClosesOn { get; set; }

    [StringLength(500, ErrorMessage = "The reason must be 500 characters or fewer")]
    [Display(Name = "Reason for the period", Description = "Needed when it is shorter than 28 days, or lies wholly in August or over Christmas. Everybody sees it")]
    public string? PeriodReason { get; set; }

    [Display(Name = "Summary due on")]
    public DateOnly? SummaryDueOn { get; set; }

    public int Version { get; set; }

    public ConsultationFacts Facts() => new(
        Title!.Trim(), Of(Question), Of(DecisionMaker), DecidesOn, Of(Why), Of(CanChange), Of(CannotChange), Of(Options), Of(CostsAndImpacts),
        Of(PlannedAudience), Of(EqualityNote), OpensOn, ClosesOn, string.IsNullOrWhiteSpace(PeriodReason) ? null : PeriodReason.Trim(), SummaryDueOn);

    public static ConsultationInput From(Consultation c) => new()
    {
        Title = c.Title,
        Question = c.Question,
        Why = c.Why,
        DecisionMaker = c.DecisionMaker,
        DecidesOn = c.DecidesOn,
        CanChange = c.CanChange,
        CannotChange = c.CannotChange,
        Options = c.Options,
        CostsAndImpacts = c.CostsAndImpacts,
        PlannedAudience = c.PlannedAudience,
        EqualityNote = c.EqualityNote,
        OpensOn = c.OpensOn,
        ClosesOn = c.ClosesOn,
        PeriodReason = c.PeriodReason,
        SummaryDueOn = c.SummaryDueOn,
        Version = c.Version,
    };

    private static string Of(string? text) => text?.Trim().ReplaceLineEndings("\n") ?? "";
}

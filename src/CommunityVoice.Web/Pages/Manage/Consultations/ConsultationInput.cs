using System.ComponentModel.DataAnnotations;
using CommunityVoice.Consultations;
using CommunityVoice.Web.TagHelpers;

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

    [StringLength(EqualityRecord.PartMaxLength, ErrorMessage = "Ending discrimination must be 4,000 characters or fewer")]
    [Display(Name = "How it helps to end discrimination", Description = "Also harassment, and being treated worse because of who one is")]
    public string? EndsDiscrimination { get; set; }

    [StringLength(EqualityRecord.PartMaxLength, ErrorMessage = "Advancing opportunity must be 4,000 characters or fewer")]
    [Display(Name = "How it advances equal opportunity", Description = "Needs that differ, disadvantages, and who takes part least")]
    public string? AdvancesOpportunity { get; set; }

    [StringLength(EqualityRecord.PartMaxLength, ErrorMessage = "Fostering good relations must be 4,000 characters or fewer")]
    [Display(Name = "How it fosters good relations", Description = "Between people who share something, such as an age or a faith, and people who do not")]
    public string? FostersRelations { get; set; }

    [StringLength(EqualityRecord.PartMaxLength, ErrorMessage = "What is done about harm must be 4,000 characters or fewer")]
    [Display(Name = "What is done about harm it might do", Description = "For whom it may make things worse, and what you do so that it does not")]
    public string? Mitigations { get; set; }

    [Display(Name = "The law it rests on", Description = "Everybody sees it in one line")]
    public string? LegalHook { get; set; }

    [Display(Name = "How people are involved")]
    public Involvement? Involvement { get; set; }

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
        Of(PlannedAudience), new(Of(EndsDiscrimination), Of(AdvancesOpportunity), Of(FostersRelations), Of(Mitigations)),
        OpensOn, ClosesOn, string.IsNullOrWhiteSpace(PeriodReason) ? null : PeriodReason.Trim(), SummaryDueOn, string.IsNullOrEmpty(LegalHook) ? null : LegalHook, Involvement);

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
        EndsDiscrimination = c.EndsDiscrimination,
        AdvancesOpportunity = c.AdvancesOpportunity,
        FostersRelations = c.FostersRelations,
        Mitigations = c.Mitigations,
        LegalHook = c.LegalHook,
        Involvement = c.Involvement,
        OpensOn = c.OpensOn,
        ClosesOn = c.ClosesOn,
        PeriodReason = c.PeriodReason,
        SummaryDueOn = c.SummaryDueOn,
        Version = c.Version,
    };

    /// <summary>What each way of taking part means.</summary>
    public static IReadOnlyList<Choice> Involvements { get; } = [.. Enum.GetValues<Involvement>().Select(i => new Choice(i.ToString(), i.Word(), i.Meaning()))];

    private static string Of(string? text) => text?.Trim().ReplaceLineEndings("\n") ?? "";
}

using System.ComponentModel.DataAnnotations;
using CommunityVoice.Markup;
using CommunityVoice.Sharing;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace CommunityVoice.Web.Pages.Manage.Sharing;

/// <summary>What the form of an agreement on sharing holds: everything that must be settled before anybody shares (rule R-B17).</summary>
public sealed class AgreementInput
{
    private const string Roles = "A role and how to reach it, not somebody's name. Everybody sees it";

    [Display(Name = "For which area, and who leads", Description = "It cannot be changed later")]
    public string? For { get; set; }

    [Required(ErrorMessage = "Say what is shared"), StringLength(SharingAgreement.WhatMaxLength, ErrorMessage = "What is shared must be 1,000 characters or fewer")]
    [Display(Name = "What is shared", Description = "Such as: public comments, their themes, and results of votes. Everybody sees it")]
    public string? What { get; set; }

    [Required(ErrorMessage = "Say whom to tell when somebody may come to harm"), StringLength(SharingAgreement.LineMaxLength, ErrorMessage = "The safeguarding contact must be 200 characters or fewer")]
    [Display(Name = "Safeguarding contact", Description = Roles)]
    public string? Safeguarding { get; set; }

    [Required(ErrorMessage = "Say who answers people that ask what is held about them"), StringLength(SharingAgreement.LineMaxLength, ErrorMessage = "Who answers must be 200 characters or fewer")]
    [Display(Name = "Who answers people that ask what is held about them", Description = Roles)]
    public string? AccessRequests { get; set; }

    [Required(ErrorMessage = "Say who answers for a breach"), StringLength(SharingAgreement.LineMaxLength, ErrorMessage = "Who answers for a breach must be 200 characters or fewer")]
    [Display(Name = "Who answers for a breach", Description = Roles)]
    public string? Breaches { get; set; }

    [Required(ErrorMessage = "Enter the first day"), Display(Name = "First day")]
    public DateOnly? StartsOn { get; set; }

    [Required(ErrorMessage = "Enter the day on which it ends"), Display(Name = "Ends on", Description = "The first day on which nothing is shared any more")]
    public DateOnly? EndsOn { get; set; }

    [Required(ErrorMessage = "Enter how many months what is shared is kept"), Range(1, SharingAgreement.MostMonths, ErrorMessage = "Enter a whole number of months from 1 to 120")]
    [Display(Name = "How many months what is shared is kept")]
    public int? RetentionMonths { get; set; }

    [Required(ErrorMessage = "Enter the name or number of the assessment"), StringLength(SharingAgreement.LineMaxLength, ErrorMessage = "The assessment must be 200 characters or fewer")]
    [Display(Name = "Data protection impact assessment", Description = "Its name or number")]
    public string? Assessment { get; set; }

    [Required(ErrorMessage = "Enter where the assessment is"), StringLength(SharingAgreement.LinkMaxLength, ErrorMessage = "The address must be 500 characters or fewer")]
    [Display(Name = "Where the assessment is", Description = "Its web address, such as https://www.example.org/assessment")]
    public string? AssessmentLink { get; set; }

    [Required(ErrorMessage = "Enter the day on which the assessment was approved"), Display(Name = "Assessment approved on")]
    public DateOnly? AssessedOn { get; set; }

    [Required(ErrorMessage = "Enter where the updated privacy notice is"), StringLength(SharingAgreement.LinkMaxLength, ErrorMessage = "The address must be 500 characters or fewer")]
    [Display(Name = "Where the updated privacy notice is", Description = "Its web address. It tells people of the sharing before it begins")]
    public string? PrivacyNotice { get; set; }

    public SharingFacts Facts() => new(What!, Safeguarding!, AccessRequests!, Breaches!, StartsOn!.Value, EndsOn!.Value, Assessment!, AssessmentLink!, AssessedOn!.Value, PrivacyNotice!, RetentionMonths!.Value);

    public static AgreementInput Of(SharingAgreement agreement) => new()
    {
        What = agreement.What,
        Safeguarding = agreement.Safeguarding,
        AccessRequests = agreement.AccessRequests,
        Breaches = agreement.Breaches,
        StartsOn = agreement.StartsOn,
        EndsOn = agreement.EndsOn,
        RetentionMonths = agreement.RetentionMonths,
        Assessment = agreement.Assessment,
        AssessmentLink = agreement.AssessmentLink,
        AssessedOn = agreement.AssessedOn,
        PrivacyNotice = agreement.PrivacyNotice,
    };

    /// <summary>Says what the attributes cannot tell, and keeps lines in one.</summary>
    public void Check(ModelStateDictionary errors, DateOnly today)
    {
        (Safeguarding, AccessRequests, Breaches) = (CleanText.OneLine(Safeguarding), CleanText.OneLine(AccessRequests), CleanText.OneLine(Breaches));
        (Assessment, AssessmentLink, PrivacyNotice) = (CleanText.OneLine(Assessment), CleanText.OneLine(AssessmentLink), CleanText.OneLine(PrivacyNotice));
        if (EndsOn <= StartsOn) errors.TryAddModelError("Input.EndsOn", "It must end after its first day");
        else if (EndsOn <= today) errors.TryAddModelError("Input.EndsOn", "It must end after today");
        if (AssessedOn > today) errors.TryAddModelError("Input.AssessedOn", "The assessment must be approved already: enter today or an earlier day");
        CheckAddress(errors, AssessmentLink, "Input.AssessmentLink");
        CheckAddress(errors, PrivacyNotice, "Input.PrivacyNotice");
    }

    private static void CheckAddress(ModelStateDictionary errors, string? typed, string field)
    {
        if (typed is { Length: > 0 } && !(Uri.TryCreate(typed, UriKind.Absolute, out var address) && address.Scheme is "https" or "http"))
            errors.TryAddModelError(field, "Enter a whole address such as https://www.example.org");
    }
}

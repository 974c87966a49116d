using System.ComponentModel.DataAnnotations;
using CommunityVoice.Markup;
using CommunityVoice.Recommendations;

namespace CommunityVoice.Web.Pages.Manage.Summaries;

/// <summary>What the form of a recommendation holds.</summary>
public sealed class RecommendationInput
{
    [Display(Name = "What should be done?", Description = "One thing, in one sentence that begins with what to do: “Open the desk for bookings in every practice”.")]
    [Required(ErrorMessage = "Enter what should be done"), StringLength(Recommendation.AskMaxLength)]
    public string? Ask { get; set; }

    [Display(Name = "Why this recommendation stands as it is", Description = "Only needed where you keep what we warned about. Everybody can read it."), StringLength(Recommendation.ReasonMaxLength)]
    public string? WarningReason { get; set; }

    [Display(Name = "Who is asked?", Description = "One organisation. Only those that may answer recommendations here are in the list.")]
    [Required(ErrorMessage = "Choose who is asked")]
    public long? Addressee { get; set; }

    [Display(Name = "Which findings does it rest on?")]
    public List<long> Findings { get; set; } = [];

    [Display(Name = "Why?", Description = "How it follows from these findings.")]
    [Required(ErrorMessage = "Say why"), StringLength(Recommendation.TextMaxLength)]
    public string? Rationale { get; set; }

    [Display(Name = "How will we know that it was done?", Description = "Something that anybody can see or count.")]
    [Required(ErrorMessage = "Say how we will know"), StringLength(Recommendation.TextMaxLength)]
    public string? Measure { get; set; }

    public string? Seen { get; set; }

    public static RecommendationInput Of(Recommendation? recommendation) => recommendation is null ? new() : new()
    {
        Ask = recommendation.Ask,
        WarningReason = recommendation.WarningReason,
        Addressee = recommendation.AddresseeId,
        Findings = [.. recommendation.Grounds.Select(g => g.FindingId)],
        Rationale = recommendation.Rationale,
        Measure = recommendation.Measure,
    };

    /// <summary>A mark of all it says, to notice another editor by.</summary>
    public string Mark() => Summaries.Seen.Of(
        Ask ?? "", WarningReason ?? "", $"{Addressee}", string.Join(',', Findings.Order()), Rationale ?? "", Measure ?? "");

    public void Clean() => (Ask, Rationale, Measure, WarningReason) =
        (CleanText.Of(Ask), CleanText.Of(Rationale), CleanText.Of(Measure), string.IsNullOrWhiteSpace(WarningReason) ? null : CleanText.Of(WarningReason));
}

using System.ComponentModel.DataAnnotations;
using CommunityVoice.Consultations;
using CommunityVoice.Markup;
using CommunityVoice.Reviews;
using CommunityVoice.Summaries;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CommunityVoice.Web.Pages.Manage.Reviews;

/// <summary>What the form of a judgement holds.</summary>
public sealed class JudgeInput
{
    public static IReadOnlyList<SelectListItem> Grades { get; } = [.. Enum.GetValues<Fitness>().Select(f => new SelectListItem(f.Word(), f.ToString()))];

    public static IReadOnlyList<SelectListItem> PartnerKinds { get; } = [.. ReviewWords.PartnerKinds.Select(k => new SelectListItem(k.Word(), k.ToString()))];

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

    [Display(Name = "Who else has a part in it?", Description = "Beside health services. Tick all that do.")]
    public List<PartnerTypes> Partners { get; set; } = [];

    [Display(Name = "Does it rest on a document of this site?", Description = "Papers of consultations, as they read now.")]
    public long? SiteDocument { get; set; }

    [Display(Name = "Or on another document?", Description = "Its title and who published it, or its address."), StringLength(CitedSource.DocumentMaxLength)]
    public string? Document { get; set; }

    [Display(Name = "On which page?", Description = "Or in which section."), StringLength(CitedSource.PageMaxLength)]
    public string? Page { get; set; }

    [Display(Name = "What does it say there?", Description = "Its own words. In a document of this site they are looked up, so copy them exactly."), StringLength(Quotation.MaxLength)]
    public string? Quote { get; set; }

    private PartnerTypes Types => Partners.Aggregate(PartnerTypes.None, (all, one) => all | one);

    public static JudgeInput Of(ItemJudgement judgement) => new()
    {
        Now = judgement.Now,
        Future = judgement.Future,
        Reason = judgement.Reason,
        LocalNeeds = judgement.LocalNeeds,
        Findings = [.. judgement.Grounds.Select(g => g.FindingId)],
        Source = judgement.Source,
        Partners = [.. ReviewWords.PartnerKinds.Where(k => judgement.Partners.HasFlag(k))],
        SiteDocument = judgement.CitedVersion?.DocumentId,
        Document = judgement.CitedVersion is null ? judgement.CitedDocument : null,
        Page = judgement.CitedPage,
        Quote = judgement.CitedQuote,
    };

    /// <summary>Says what the attributes cannot tell, with the version that the chosen document has now.</summary>
    public void Check(ModelStateDictionary state, DocumentVersion? version)
    {
        if (Types == PartnerTypes.None) state.TryAddModelError("Input.Partners", "Tick who else has a part in it");
        var (document, page, quote) = (CleanText.OneLine(Document), CleanText.OneLine(Page), CleanText.Of(Quote));
        if (version is not null && document.Length > 0) state.TryAddModelError("Input.Document", "Name one document: a document of this site, or another");
        if (version is null && document.Length == 0 && (page.Length > 0 || quote.Length > 0)) state.TryAddModelError("Input.Document", "Say which document it is");
        if (document.Length > 0 && page.Length == 0) state.TryAddModelError("Input.Page", "Enter the page, or the section");
        if (version is not null && quote.Length > 0 && !CitedSource.StandsIn(quote, version)) state.TryAddModelError("Input.Quote", "These words do not stand in the document. Copy them exactly");
    }

    public JudgementText ToText(IReadOnlyList<Finding> findings, DocumentVersion? version) =>
        new(Now!.Value, Future!.Value, Reason!.Trim(), LocalNeeds!.Trim(), (Source ?? "").Trim(), findings)
        {
            Partners = Types,
            Cited = new(version?.Document.Title ?? CleanText.OneLine(Document), CleanText.OneLine(Page), CleanText.Of(Quote), version),
        };
}

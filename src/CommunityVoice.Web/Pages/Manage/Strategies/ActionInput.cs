using System.ComponentModel.DataAnnotations;
using CommunityVoice.Bodies;
using CommunityVoice.Determinants;
using CommunityVoice.Elements;
using CommunityVoice.Frameworks;
using CommunityVoice.Markup;
using CommunityVoice.Skills;
using CommunityVoice.Strategies;
using CommunityVoice.Summaries;

namespace CommunityVoice.Web.Pages.Manage.Strategies;

/// <summary>What the form of an action holds.</summary>
public sealed class ActionInput
{
    [Display(Name = "Action", Description = "In one line."), Required(ErrorMessage = "Enter the action in one line"), StringLength(StrategyAction.TitleMaxLength)]
    public string? Title { get; set; }

    [Display(Name = "What will be done", Description = "What is different afterwards for the people it is about."), StringLength(StrategyAction.TextMaxLength)]
    public string? WhatWillBeDone { get; set; }

    [Display(Name = "What is it about?")]
    public ActionClass Class { get; set; } = ActionClass.Other;

    [Display(Name = "Which shift is it part of?", Description = "Its money counts for this shift, unless a budget line says otherwise.")]
    public string? Shift { get; set; }

    [Display(Name = "Which of these, outside health care, is it about?")]
    public List<string> Determinants { get; set; } = [];

    [Display(Name = "Which national or long-term aim is it aligned with?", Description = "Leave it empty where there is none. There need not be."), StringLength(StrategyAction.ShortMaxLength)]
    public string? Alignment { get; set; }

    [Display(Name = "By when is that aim reached?")]
    public Horizon? Horizon { get; set; }

    [Display(Name = "Whom does it fall to?", Description = "Much that makes people well is for the community here, or can only be decided for the whole country.")]
    public OwnerKind OwnerKind { get; set; }

    [Display(Name = "Who owns it?", Description = "Needed where it falls to an organisation.")]
    public long? Owner { get; set; }

    [Display(Name = "What is asked of those who decide for the country?", Description = "In words that can be sent to them. Needed where it falls to them."), StringLength(StrategyAction.ShortMaxLength)]
    public string? NationalAsk { get; set; }

    [Display(Name = "By when?")]
    public DateOnly? DueOn { get; set; }

    [Display(Name = "What is measured?", Description = "Such as: carers who were called the day before."), StringLength(StrategyAction.ShortMaxLength)]
    public string? Measure { get; set; }

    [Display(Name = "Where does it stand now?"), StringLength(StrategyAction.ShortMaxLength)]
    public string? Baseline { get; set; }

    [Display(Name = "What should it reach?"), StringLength(StrategyAction.ShortMaxLength)]
    public string? Target { get; set; }

    [Display(Name = "Which skills of people here does it need?", Description = "At most eight. People who offer them are shown to whoever owns the action."), MaxLength(SkillList.Most, ErrorMessage = "Choose at most eight")]
    public List<string> Skills { get; set; } = [];

    [Display(Name = "About how many people with these skills?", Description = "Leave it empty if you do not know."), Range(1, StrategyAction.MostPeople, ErrorMessage = "Enter a number between 1 and 999")]
    public int? PeopleNeeded { get; set; }

    [Display(Name = "Where is it decided?")]
    public DecisionLevel Level { get; set; } = DecisionLevel.Place;

    [Display(Name = "Could this be decided lower?", Description = "Nearer to the people it is about. Say yes or no, and why."), StringLength(StrategyAction.ShortMaxLength)]
    public string? CouldBeLower { get; set; }

    [Display(Name = "What does it bring that was missing?", Description = "What people's stories say was missing.")]
    public List<long> Brings { get; set; } = [];

    [Display(Name = "Which priorities does it serve?")]
    public List<long> Items { get; set; } = [];

    [Display(Name = "Which findings ask for it?")]
    public List<long> Findings { get; set; } = [];

    [Display(Name = "If no finding asks for it, why do it?", Description = "Shown to everybody."), StringLength(StrategyAction.ShortMaxLength)]
    public string? NoFindingReason { get; set; }

    [Display(Name = "If there is no money for it, why?", Description = "Shown to everybody. Leave it empty where budget lines pay for it."), StringLength(StrategyAction.ShortMaxLength)]
    public string? UnfundedReason { get; set; }

    public static ActionInput Of(StrategyAction action) => new()
    {
        Title = action.Title,
        WhatWillBeDone = action.WhatWillBeDone,
        Class = action.Class,
        Shift = action.Shift,
        Determinants = [.. DeterminantList.Codes(action.Determinants)],
        Alignment = action.Alignment,
        Horizon = action.Horizon,
        OwnerKind = action.OwnerKind,
        Owner = action.OwnerId,
        NationalAsk = action.NationalAsk,
        DueOn = action.DueOn,
        Measure = action.Measure,
        Baseline = action.Baseline,
        Target = action.Target,
        Skills = [.. action.Skills.Select(s => s.Code)],
        PeopleNeeded = action.PeopleNeeded,
        Brings = [.. action.Brings.Select(b => b.ElementId)],
        Level = action.Level,
        CouldBeLower = action.CouldBeLower,
        Items = [.. action.Items.Select(i => i.ItemId)],
        Findings = [.. action.Findings.Select(f => f.FindingId)],
        NoFindingReason = action.NoFindingReason,
        UnfundedReason = action.UnfundedReason,
    };

    public ActionFacts Facts(Body? owner, IReadOnlyList<FrameworkItem> items, IReadOnlyList<Finding> findings, IReadOnlyList<Element> brings) => new(
        CleanText.OneLine(Title), CleanText.Of(WhatWillBeDone), Class, Level, CleanText.Of(CouldBeLower), OwnerKind == OwnerKind.Body ? owner : null, DueOn, CleanText.Of(Measure), CleanText.Of(Baseline), CleanText.Of(Target),
        CleanText.Of(NoFindingReason), CleanText.Of(UnfundedReason), items, findings)
    {
        OwnerKind = OwnerKind,
        Shift = Shift ?? "",
        Determinants = DeterminantList.Marks(Determinants),
        Alignment = CleanText.Of(Alignment),
        Horizon = Horizon,
        Skills = [.. Skills.Distinct(StringComparer.Ordinal)],
        PeopleNeeded = PeopleNeeded,
        Brings = brings,
        NationalAsk = OwnerKind == OwnerKind.National ? CleanText.Of(NationalAsk) : "",
    };
}

using System.ComponentModel.DataAnnotations;
using CommunityVoice.Bodies;
using CommunityVoice.Markup;
using CommunityVoice.Strategies;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CommunityVoice.Web.Pages.Manage.Strategies;

/// <summary>What the form of a budget line holds.</summary>
public sealed class LineInput
{
    public static IReadOnlyList<SelectListItem> Repeats { get; } = [new("Once, for this period", "false"), new("Meant to go on afterwards", "true")];

    [Display(Name = "What is the money for?"), Required(ErrorMessage = "Enter what the money is for"), StringLength(BudgetLine.TitleMaxLength)]
    public string? Title { get; set; }

    [Display(Name = "Amount for the whole period", Description = "In pounds, such as 48,000."), Required(ErrorMessage = "Enter the amount")]
    public string? Amount { get; set; }

    [Display(Name = "First day of the period", Description = "A financial year begins on 1 April."), Required(ErrorMessage = "Enter the first day of the period")]
    public DateOnly? StartsOn { get; set; }

    [Display(Name = "Last day of the period", Description = "A financial year ends on 31 March."), Required(ErrorMessage = "Enter the last day of the period")]
    public DateOnly? EndsOn { get; set; }

    [Display(Name = "Is it paid once?")]
    public bool IsRecurring { get; set; }

    [Display(Name = "Who pays?", Description = "Type to find an organisation on this site, or write another one, a fund or a budget."), Required(ErrorMessage = "Enter who pays"), StringLength(NamedBodies.WordsMaxLength)]
    public string? Source { get; set; }

    [Display(Name = "Where was this money spent before?"), Required(ErrorMessage = "Choose where it comes from")]
    public string? FromSetting { get; set; }

    [Display(Name = "Where will it be spent?"), Required(ErrorMessage = "Choose where it goes")]
    public string? ToSetting { get; set; }

    [Display(Name = "What sort of organisation gets it?"), Required(ErrorMessage = "Choose what sort of organisation gets it")]
    public string? RecipientKind { get; set; }

    [Display(Name = "Who gets it?", Description = "Type to find an organisation on this site, or write another one."), Required(ErrorMessage = "Enter who gets it"), StringLength(NamedBodies.WordsMaxLength)]
    public string? Recipient { get; set; }

    [Display(Name = "Where is it decided on?")]
    public DecisionLevel Level { get; set; } = DecisionLevel.Place;

    [Display(Name = "How much of it may they use as they see fit?", Description = "In per cent. 100: they decide. 0: for this purpose only.")]
    [Required(ErrorMessage = "Enter a whole number from 0 to 100"), Range(0, 100, ErrorMessage = "Enter a whole number from 0 to 100")]
    public int? Unrestricted { get; set; } = 100;

    [Display(Name = "How often do they report on it?", Description = "More than once a year is heavy for a small grant, and marked so in public.")]
    public ReportingFrequency Reporting { get; set; }

    [Display(Name = "Which risk do you accept instead of more control?", Description = "Shown to everybody. Leave it empty where there is none."), StringLength(BudgetLine.RiskMaxLength)]
    public string? RiskAccepted { get; set; }

    [Display(Name = "Which action is it for?")]
    public long? Action { get; set; }

    [Display(Name = "Which shift is this money part of?", Description = "Totals for each shift are shown to everybody.")]
    public string? Shift { get; set; }

    [Display(Name = "Which priorities is it for?", Description = "Leave all empty to take those of the action.")]
    public List<long> Items { get; set; } = [];

    public static LineInput Of(BudgetLine line, NamedBodies bodies) => new()
    {
        Title = line.Title,
        Amount = Money.Words(line.Pence).TrimStart('£'),
        StartsOn = line.StartsOn,
        EndsOn = line.EndsOn,
        IsRecurring = line.IsRecurring,
        Source = line.Payer is { } payer ? bodies.WordsOf(payer) : line.Source,
        FromSetting = line.FromSetting,
        ToSetting = line.ToSetting,
        RecipientKind = line.RecipientKind,
        Recipient = line.Payee is { } payee ? bodies.WordsOf(payee) : line.Recipient,
        Level = line.Level,
        Unrestricted = line.Unrestricted,
        Reporting = line.Reporting,
        RiskAccepted = line.RiskAccepted,
        Action = line.ActionId,
        Shift = line.OwnShift,
        Items = [.. line.Items.Select(i => i.ItemId)],
    };

    /// <summary>What chooses an organisation may be longer than what is kept of any other name.</summary>
    public void CheckNames(NamedBodies bodies, ModelStateDictionary state)
    {
        foreach (var (field, name) in new[] { (nameof(Source), CleanText.OneLine(Source)), (nameof(Recipient), CleanText.OneLine(Recipient)) })
        {
            if (name.Length is > BudgetLine.NameMaxLength and <= NamedBodies.WordsMaxLength && bodies.Find(name) is null)
                state.AddModelError($"Input.{field}", $"Use {BudgetLine.NameMaxLength} characters or fewer, or choose an organisation on this site");
        }
    }

    /// <summary>The facts, once everything needed was found to be there. Names of bodies choose those.</summary>
    public LineFacts Facts(StrategyVersion draft, long pence, NamedBodies bodies) => new(
        CleanText.OneLine(Title), pence, StartsOn!.Value, EndsOn!.Value, CleanText.OneLine(Source), IsRecurring, FromSetting!, ToSetting!, RecipientKind!, CleanText.OneLine(Recipient),
        Level, new(Unrestricted!.Value, Reporting, CleanText.Of(RiskAccepted)),
        draft.Actions.Find(a => a.Id == Action), [.. draft.Strategy.Framework.Items.Where(i => Items.Contains(i.Id))])
    {
        Shift = Shift ?? "",
        Payer = bodies.Find(CleanText.OneLine(Source)),
        Payee = bodies.Find(CleanText.OneLine(Recipient)),
    };
}

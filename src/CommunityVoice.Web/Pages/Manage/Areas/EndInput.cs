using System.ComponentModel.DataAnnotations;
using CommunityVoice.Areas;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace CommunityVoice.Web.Pages.Manage.Areas;

/// <summary>What the form that ends an area holds.</summary>
public sealed class EndInput
{
    private const int MostNames = 10;

    [Required(ErrorMessage = "Enter the first day on which it is no more"), Display(Name = "First day on which it is no more", Description = "Whatever takes its place begins on that day. Until then you can call it off")]
    public DateOnly? On { get; set; }

    [Display(Name = "Areas that take its place", Description = "Choose two or more where it is split. Where it is merged, end the other one too, into the same area")]
    public List<long> Successors { get; set; } = [];

    [Display(Name = "New areas that take its place", Description = "The name of each on a line of its own")]
    public string? NewNames { get; set; }

    [StringLength(Area.BecauseMaxLength, ErrorMessage = "The reason must be 500 characters or fewer"), Display(Name = "Why it ends", Description = "Everybody sees it. Needed where nothing takes its place")]
    public string? Because { get; set; }

    public IReadOnlyList<string> Names => [.. (NewNames ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.OrdinalIgnoreCase)];

    public void Check(Area area, IEnumerable<Area> offered, DateOnly today, ModelStateDictionary errors)
    {
        if (On < today) errors.AddModelError("Input.On", "Enter today or a later day: something may have begun there since");
        else if (On <= area.StartsOn) errors.AddModelError("Input.On", "Enter a day after the one on which it begins");
        if (Names.Count > MostNames) errors.AddModelError("Input.NewNames", $"Enter {MostNames} names or fewer");
        else if (Names.FirstOrDefault(n => n.Length > Area.NameMaxLength) is { } lengthy) errors.AddModelError("Input.NewNames", $"“{lengthy[..40]}…” must be 120 characters or fewer");
        else if (Names.FirstOrDefault(n => offered.Any(o => string.Equals(o.Name, n, StringComparison.OrdinalIgnoreCase))) is { } known) errors.AddModelError("Input.NewNames", $"{known} is in the list above. Choose it there");
        if (Successors.Count == 0 && Names.Count == 0 && string.IsNullOrWhiteSpace(Because)) errors.TryAddModelError("Input.Because", "Say why it ends, or what takes its place");
    }
}

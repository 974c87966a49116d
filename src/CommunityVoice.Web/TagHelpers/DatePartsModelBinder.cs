using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace CommunityVoice.Web.TagHelpers;

/// <summary>Names of the three boxes of a date.</summary>
internal static class DateParts
{
    public static readonly string[] All = ["Day", "Month", "Year"];
}

/// <summary>Reads a date from three boxes (or, in addresses, from one value such as 2026-11-24) and says which part is missing or wrong.</summary>
public sealed class DatePartsModelBinder : IModelBinder
{
    private static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var name = bindingContext.ModelName;
        var parts = DateParts.All.Select(part => Read(bindingContext, $"{name}.{part}")).ToArray();
        if (parts.All(part => part is null)) ReadWhole(bindingContext, name);
        else ReadParts(bindingContext, name, [.. parts.Select(part => part?.Trim() ?? "")]);
        return Task.CompletedTask;
    }

    private static string? Read(ModelBindingContext context, string key)
    {
        var value = context.ValueProvider.GetValue(key);
        if (value == ValueProviderResult.None) return null;
        context.ModelState.SetModelValue(key, value);
        context.ModelState.MarkFieldSkipped(key); // kept so that it can be shown again; the date as a whole is what is checked
        return value.FirstValue ?? "";
    }

    private static void ReadWhole(ModelBindingContext context, string name)
    {
        var value = context.ValueProvider.GetValue(name);
        if (string.IsNullOrWhiteSpace(value.FirstValue)) return;
        context.ModelState.SetModelValue(name, value);
        if (DateOnly.TryParseExact(value.FirstValue, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) context.Result = ModelBindingResult.Success(date);
        else context.ModelState.TryAddModelError(name, $"{Label(context)} must be a real date");
    }

    private static void ReadParts(ModelBindingContext context, string name, string[] parts)
    {
        if (parts.All(part => part.Length == 0)) return; // nothing entered: [Required] speaks, or nobody
        string[] missing = [.. DateParts.All.Where((_, i) => parts[i].Length == 0).Select(part => part.ToLowerInvariant())];
        if (missing.Length > 0)
        {
            context.ModelState.TryAddModelError(name, $"{Label(context)} must include a {string.Join(" and ", missing)}");
            return;
        }
        if (Date(parts) is { } date) context.Result = ModelBindingResult.Success(date);
        else context.ModelState.TryAddModelError(name, Wrong(context, parts));
    }

    private static DateOnly? Date(string[] parts) =>
        Number(parts[0]) is { } day && Month(parts[1]) is { } month && Number(parts[2]) is { } year and >= 1900 and <= 2200
        && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    private static string Wrong(ModelBindingContext context, string[] parts)
    {
        if (Month(parts[1]) is null) return $"{Label(context)} must have a month from 1 to 12, or its name";
        if (Number(parts[2]) is not (>= 1900 and <= 2200)) return $"{Label(context)} must have a year of four digits, such as 2026";
        return $"{Label(context)} must be a real date";
    }

    private static int? Month(string text) => Number(text) is { } number ? (number is >= 1 and <= 12 ? number : null)
        : text.Length >= 3 && Array.FindIndex(Months, month => month.StartsWith(text, StringComparison.OrdinalIgnoreCase)) is >= 0 and var index ? index + 1 : null;

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Label(ModelBindingContext context) => context.ModelMetadata.GetDisplayName();
}

/// <summary>Hands every <c>DateOnly</c> to <see cref="DatePartsModelBinder"/>.</summary>
public sealed class DatePartsModelBinderProvider : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.UnderlyingOrModelType == typeof(DateOnly) ? new DatePartsModelBinder() : null;
}

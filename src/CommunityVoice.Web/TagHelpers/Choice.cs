using System.ComponentModel.DataAnnotations;
using System.Reflection;
using CommunityVoice.People;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CommunityVoice.Web.TagHelpers;

/// <summary>Something to choose, with a hint below its words.</summary>
public sealed class Choice(string value, string text, string? hint = null) : SelectListItem(text, value)
{
    public string? Hint { get; } = hint;

    /// <summary>The members of an enumeration, worded by their display attributes.</summary>
    public static IEnumerable<SelectListItem> Of(ModelMetadata property)
    {
        var type = property.UnderlyingOrModelType;
        if (!type.IsEnum) throw new InvalidOperationException($"{property.Name} is no enumeration: give items.");
        if (type == typeof(Voice)) return VoiceWords.SelfDeclared.Select(voice => new Choice(voice.ToString(), voice.Word()));
        return Of(type);
    }

    /// <summary>The members of an enumeration, for whoever puts another choice beside them.</summary>
    public static IEnumerable<Choice> Of(Type type) =>
        Enum.GetNames(type).Select(name =>
        {
            var display = type.GetField(name)!.GetCustomAttribute<DisplayAttribute>();
            return new Choice(name, display?.GetName() ?? VoiceNames.Spaced(name), display?.GetDescription());
        });
}

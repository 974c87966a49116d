using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace CommunityVoice.Web.TagHelpers;

/// <summary>Gives validation attributes without words of their own the words of this site: "Enter your e-mail address".</summary>
public sealed class PlainWords : IValidationMetadataProvider
{
    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        var name = context.Attributes.OfType<DisplayAttribute>().FirstOrDefault()?.GetName() ?? context.Key.Name ?? "this";
        foreach (var rule in context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>())
        {
            if (HasNoWordsOfItsOwn(rule)) rule.ErrorMessage = Words(rule, name, context.Key.ModelType) ?? rule.ErrorMessage;
        }
    }

    // The framework's own words for an address count as none.
    private static bool HasNoWordsOfItsOwn(ValidationAttribute rule) => rule.ErrorMessageResourceName is null
        && (rule.ErrorMessage is null || (rule is EmailAddressAttribute && rule.ErrorMessage == new EmailAddressAttribute().ErrorMessage));

    private static string? Words(ValidationAttribute rule, string name, Type type) => rule switch
    {
        RequiredAttribute => $"{(IsChosen(type) ? "Choose" : "Enter")} {(name.EndsWith('?') ? "an answer" : Braced(LowerFirst(name)))}",
        StringLengthAttribute length => Inv($"{Braced(name)} must be {length.MaximumLength:N0} characters or fewer"),
        MaxLengthAttribute length => Inv($"{Braced(name)} must be {length.Length:N0} characters or fewer"),
        MinLengthAttribute length => Inv($"{Braced(name)} must be {length.Length:N0} characters or more"),
        RangeAttribute range => Inv($"{Braced(name)} must be between {range.Minimum} and {range.Maximum}"),
        EmailAddressAttribute => "Enter an e-mail address in the correct format, like name@example.com",
        _ => null,
    };

    private static bool IsChosen(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain.IsEnum || plain == typeof(bool) || (plain != typeof(string) && plain.IsAssignableTo(typeof(IEnumerable)));
    }

    // The words become a format string, in which braces are special.
    private static string Braced(string name) => name.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);

    private static string LowerFirst(string name) =>
        name.Length > 1 && !char.IsUpper(name[1]) ? char.ToLowerInvariant(name[0]) + name[1..] : name;

    private static string Inv(FormattableString words) => words.ToString(CultureInfo.GetCultureInfo("en-GB"));
}

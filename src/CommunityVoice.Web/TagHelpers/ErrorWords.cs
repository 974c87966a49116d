using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace CommunityVoice.Web.TagHelpers;

/// <summary>One way to word an error, so that the summary and the field say the same.</summary>
internal static class ErrorWords
{
    public static string Of(ModelError error) =>
        string.IsNullOrEmpty(error.ErrorMessage) ? "This could not be read. Check it and try again" : error.ErrorMessage;
}

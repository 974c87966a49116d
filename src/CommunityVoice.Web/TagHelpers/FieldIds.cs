using Microsoft.AspNetCore.Mvc.Rendering;

namespace CommunityVoice.Web.TagHelpers;

/// <summary>One way to make a field's id from its name, so that the error summary's links always arrive.</summary>
public static class FieldIds
{
    public static string For(string name) => TagBuilder.CreateSanitizedId(name, "_");
}

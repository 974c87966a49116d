namespace CommunityVoice.Web.TagHelpers;

/// <summary>Remembers in which order a page shows its fields, so that its error summary can name what is wrong in the same order.</summary>
internal static class FieldOrder
{
    private static readonly object Key = new();

    /// <summary>To be called by each field as it is written, and by pages that write one by hand.</summary>
    public static void Add(HttpContext context, string name) => Of(context).Add(name);

    /// <summary>The names of the fields that were written so far.</summary>
    public static List<string> Of(HttpContext context)
    {
        if (context.Items[Key] is not List<string> names) context.Items[Key] = names = [];
        return names;
    }
}

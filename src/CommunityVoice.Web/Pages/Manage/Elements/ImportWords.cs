using CommunityVoice.Elements;

namespace CommunityVoice.Web.Pages.Manage.Elements;

/// <summary>What a service of a file would do, in words.</summary>
public static class ImportWords
{
    public static string Of(ServiceRow row) => string.Concat(row.Notes.Prepend(Change(row.Change)).Select(words => words + ". ")).TrimEnd();

    private static string Change(ServiceChange change) => change switch
    {
        ServiceChange.Added => "Added",
        ServiceChange.Changed => "Changed",
        ServiceChange.Refused => "Cannot be taken",
        _ => "Stays",
    };
}

using CommunityVoice.Themes;

namespace CommunityVoice.Web.Pages.Coding;

/// <summary>What a line of a list would do, in words.</summary>
public static class ImportWords
{
    public static string Of(ThemeImportRow row) => Change(row) + (row.ChangesMarks ? "; capacity or determinants change" : "") + (row.ChangesMapping ? "; what other lists call it changes" : "");

    private static string Change(ThemeImportRow row) => row.Change switch
    {
        ThemeChange.Added => "Added",
        ThemeChange.BroughtBack => "Offered again",
        ThemeChange.Changed when row.FormerName is { } former => $"Renamed from {former}",
        ThemeChange.Changed => "Changed",
        _ => "Stays",
    };
}

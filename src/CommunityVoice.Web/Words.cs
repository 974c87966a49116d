using System.Globalization;

namespace CommunityVoice.Web;

/// <summary>Small turns of phrase that several pages share.</summary>
public static class Words
{
    /// <summary>The beginning of a text, cut after a whole word.</summary>
    public static string Cut(string text, int most)
    {
        if (text.Length <= most) return text;
        var end = text.LastIndexOf(' ', most);
        return text[..(end < most / 2 ? most : end)].TrimEnd(' ', ',', ';', ':', '.') + "…";
    }

    /// <summary>"1 comment", "2,031 people".</summary>
    public static string Count(int number, string one, string many) =>
        $"{number.ToString("N0", CultureInfo.GetCultureInfo("en-GB"))} {(number == 1 ? one : many)}";
}

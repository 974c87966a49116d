using System.Globalization;

namespace CommunityVoice.Web;

/// <summary>Counts with their noun, as people say them.</summary>
public static class Wording
{
    /// <summary>"1 comment", "2,031 people", "no ideas".</summary>
    public static string Of(this int count, string one, string many) =>
        count == 0 ? $"no {many}" : $"{count.ToString("N0", CultureInfo.GetCultureInfo("en-GB"))} {(count == 1 ? one : many)}";
}

using CommunityVoice.Areas;

namespace CommunityVoice.Web.Pages.Areas;

/// <summary>How deprived an area is, in one sentence.</summary>
public static class DeprivationWords
{
    public static string Of(Deprivation deprivation) => deprivation.SmallAreas == 1
        ? $"Among England’s small areas it is in tenth {deprivation.ByTenth.Index().First(t => t.Item > 0).Index + 1} of 10 by deprivation, where 1 is the most deprived (index of {deprivation.Edition})."
        : $"{deprivation.InMostFifth} of its {deprivation.SmallAreas:N0} small areas are among the most deprived fifth of England (index of {deprivation.Edition}).";
}

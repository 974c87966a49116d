using System.ComponentModel.DataAnnotations;

namespace CommunityVoice.Recommendations;

/// <summary>Section "Recommendations": how long an answer may take, and which days do not count.</summary>
public sealed class RecommendationOptions
{
    /// <summary>Working days to answer, from the day after sending.</summary>
    [Range(1, 250)] public int WorkingDays { get; set; } = Recommendations.WorkingDays.UsualDaysToAnswer;

    /// <summary>A list of public holidays to read in place of England's.</summary>
    public string? HolidaysFile { get; set; }

    /// <summary>Days that are closed besides, such as a one-off holiday.</summary>
    public List<DateOnly> AlsoClosed { get; } = [];
}

using CommunityVoice.Summaries;

namespace CommunityVoice.Content;

/// <summary>What was said in one consultation of the invented place.</summary>
public sealed class DemoTalkFile
{
    public required string Consultation { get; init; }
    public required List<DemoComment> Comments { get; init; }
    public List<DemoNote> Notes { get; init; } = [];
    public List<DemoMeeting> Meetings { get; init; } = [];
}

/// <summary>A meeting that staff wrote down: the day on which it was, about how many came, and what was said.</summary>
public sealed class DemoMeeting
{
    public required string Place { get; init; }
    public required int Held { get; init; }
    public required int People { get; init; }
    public required string Groups { get; init; }
    public string Notes { get; init; } = "";
    public required string For { get; init; }
    public required string By { get; init; }
    public required string At { get; init; }
    public required List<string> Points { get; init; }
}

/// <summary>What somebody told the voice body in private, and its answer.</summary>
public sealed class DemoNote
{
    public required string By { get; init; }
    public required string At { get; init; }
    public required string Text { get; init; }
    public string? AnsweredBy { get; init; }
    public string? AnsweredAt { get; init; }
    public string? Answer { get; init; }
}

/// <summary>One contribution and the replies to it.</summary>
public sealed class DemoComment
{
    public string? Key { get; init; }
    public required string By { get; init; }
    public string? As { get; init; }
    public required string At { get; init; }
    public int Support { get; init; }
    public List<string> Themes { get; init; } = [];

    /// <summary>What it says about some of its themes: for or against.</summary>
    public Dictionary<string, CommunityVoice.Themes.Stance> Views { get; init; } = [];
    public required string Text { get; init; }

    /// <summary>What was missing: the key of an element, and what they say of it.</summary>
    public string? Missing { get; init; }
    public string MissingWords { get; init; } = "";
    public DemoFlag? Flagged { get; init; }
    public DemoRemoval? Removed { get; init; }
    public List<DemoComment> Replies { get; init; } = [];
}

/// <summary>A report about a comment that still waits for a decision.</summary>
public sealed class DemoFlag
{
    public required string At { get; init; }
    public required string Reason { get; init; }
    public required string Words { get; init; }
}

/// <summary>A moderator's removal of a comment.</summary>
public sealed class DemoRemoval
{
    public required string By { get; init; }
    public required string At { get; init; }
    public required string Rule { get; init; }
    public required string Reason { get; init; }
}

/// <summary>The themes of the invented place and the summary that rests on them.</summary>
public sealed class DemoThemesFile
{
    public required List<DemoTheme> Themes { get; init; }
    public List<DemoElement> Elements { get; init; } = [];
    public required DemoSummary Summary { get; init; }
}

/// <summary>Something that has to be there, and what it cannot work without.</summary>
public sealed class DemoElement
{
    public required string Key { get; init; }
    public required string Name { get; init; }
    public string About { get; init; } = "";
    public List<string> Needs { get; init; } = [];
}

/// <summary>A named topic.</summary>
public sealed class DemoTheme
{
    public required string Key { get; init; }
    public required string Name { get; init; }
    public required string About { get; init; }

    /// <summary>About whether there are enough people and places.</summary>
    public bool Capacity { get; init; }
    public List<string> Determinants { get; init; } = [];
}

/// <summary>The published report on the consultation that has closed.</summary>
public sealed class DemoSummary
{
    public required string Slug { get; init; }
    public required string Consultation { get; init; }
    public required string Title { get; init; }
    public required string By { get; init; }
    public required int Published { get; init; }
    public required int CutOff { get; init; }
    public required Dictionary<string, string> Sections { get; init; }
    public required List<DemoFinding> Findings { get; init; }
    public List<DemoRecommendation> Recommendations { get; init; } = [];
    public required ReadingMethod Reading { get; init; }
    public required Saturation Saturation { get; init; }
    public required Sentiment Sentiment { get; init; }
    public List<DemoPartner> Partners { get; init; } = [];
    public List<DemoPartner> Authors { get; init; } = [];
    public DemoFactCheck? FactCheck { get; init; }
    public DemoVariant? EasyRead { get; init; }
}

/// <summary>A claim of the report and what it rests on.</summary>
public sealed class DemoFinding
{
    public required string Title { get; init; }
    public required string Theme { get; init; }
    public required string Text { get; init; }
    public required DemoCitations Cites { get; init; }
    public List<string> Quotes { get; init; } = [];
}

/// <summary>The comments and priorities a finding rests on, by key.</summary>
public sealed class DemoCitations
{
    public List<string> Comments { get; init; } = [];
    public List<string> Priorities { get; init; } = [];
}

using CommunityVoice.Consultations;
using CommunityVoice.Data;

namespace CommunityVoice.Summaries;

/// <summary>The sections of the report template that are written as text; findings and figures stand apart.</summary>
public enum SectionKind
{
    Summary,
    WhyWeDidThis,
    WhoWeHeardFrom,
    MethodAndLimits,

    /// <summary>Whether new comments still brought new themes at the end.</summary>
    NewThemes,

    /// <summary>How people felt about it.</summary>
    Feeling,
    Recommendations,
    Response,
    WhatHappensNext,

    /// <summary>Who gets the report, one a line (rule R-B8).</summary>
    Circulation,
}

/// <summary>The text of one section of a version, in Markdown.</summary>
public sealed class SummarySection : INeverOnCachedPages
{
    public const int BodyMaxLength = 20_000;

    private SummarySection() { } // EF Core

    internal SummarySection(SummaryVersion version, SectionKind kind, string body) => (Version, Kind, Body) = (version, kind, body);

    public long VersionId { get; private set; }
    public SummaryVersion Version { get; private set; } = null!;
    public SectionKind Kind { get; private set; }
    public string Body { get; private set; } = "";

    internal void Rewrite(string body) => Body = body;
}

/// <summary>What one section is for: its heading, what to write in it, whether a summary can do without it.</summary>
public sealed record SectionTemplate(SectionKind Kind, string Heading, string Hint, bool IsRequired)
{
    /// <summary>The report template of rules R-B2 and R-B15, in reading order; the findings come after who was heard.</summary>
    public static IReadOnlyList<SectionTemplate> All { get; } =
    [
        new(SectionKind.Summary, "In short", "One paragraph: what you asked, how many took part, what stood out.", true),
        new(SectionKind.WhyWeDidThis, "Why we did this", "What was to be decided, and why people were asked.", true),
        new(SectionKind.WhoWeHeardFrom, "Who we heard from", "How people were reached, and who is missing. The figures are added below it.", true),
        new(SectionKind.MethodAndLimits, "How we did it, and its limits", "How comments were read and grouped, and what these numbers cannot tell.", true),
        new(SectionKind.NewThemes, "Did we hear it all?", "Whether new comments still brought new themes at the end.", false),
        new(SectionKind.Feeling, "How people felt", "Warm, worried, angry, divided: what the comments were like as a whole.", false),
        new(SectionKind.Recommendations, "What we recommend", "A few words before the recommendations. Each of those is written on a page of its own.", false),
        new(SectionKind.Response, "Their answer", "Who is asked to answer, and how the answer will be shown. Answers to recommendations are added above it.", true),
        new(SectionKind.WhatHappensNext, "What happens next", "Who decides what and when. What those who were asked report is added above it.", true),
        new(SectionKind.Circulation, "Who gets this report", "One a line: the organisation or group, and how it gets it. The list stays as it is once the summary is published.", true),
    ];

    public static SectionTemplate Of(SectionKind kind) => All.First(s => s.Kind == kind);

    /// <summary>What is known already when a summary is started.</summary>
    internal string Begin(Consultation consultation) => Kind switch
    {
        SectionKind.WhyWeDidThis => consultation.Why,
        SectionKind.Response when consultation.DecisionMaker.Length > 0 =>
            $"We have asked {consultation.DecisionMaker} to answer in public. The answer will be shown here.",
        SectionKind.WhatHappensNext when consultation is { DecisionMaker.Length: > 0, DecidesOn: { } day } =>
            $"{consultation.DecisionMaker} decides on {day.ToString("d MMMM yyyy", System.Globalization.CultureInfo.GetCultureInfo("en-GB"))}.",
        _ => "",
    };
}

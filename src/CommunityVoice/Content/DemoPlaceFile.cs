using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.People;

namespace CommunityVoice.Content;

/// <summary>The invented place as written under <c>content/demo</c>. Days are counted from the day of loading.</summary>
public sealed class DemoPlaceFile
{
    public required List<DemoArea> Areas { get; init; }
    public required List<DemoBody> Bodies { get; init; }
    public required List<DemoRemit> Remits { get; init; }
    public required List<DemoStanding> Standings { get; init; }
    public required List<DemoElection> Elections { get; init; }
    public List<DemoTransfer> Transfers { get; init; } = [];
    public List<DemoSharing> Sharing { get; init; } = [];
    public required List<DemoPerson> People { get; init; }
}

/// <summary>An area, the area it lies in, its postcodes and its boundary.</summary>
public sealed class DemoArea
{
    public required string Key { get; init; }
    public required string Name { get; init; }
    public required string Level { get; init; }
    public required int Population { get; init; }
    public string? In { get; init; }

    /// <summary>What it was called until a day, in days from today.</summary>
    public string? Formerly { get; init; }
    public int Renamed { get; init; }

    /// <summary>The first day on which it holds, and the first on which it does no more, in days from today.</summary>
    public int? From { get; init; }
    public int? Until { get; init; }
    public string? Because { get; init; }

    /// <summary>What took its place.</summary>
    public List<string> Into { get; init; } = [];
    public List<string> Postcodes { get; init; } = [];
    public List<List<double>> Boundary { get; init; } = [];

    /// <summary>How many of its small areas lie in each tenth of the country by deprivation, the most deprived first.</summary>
    public List<int> Deprivation { get; init; } = [];
}

/// <summary>An agreement on sharing that all have signed: first the lead, then those it is with, each on its day.</summary>
public sealed class DemoSharing
{
    public required string Area { get; init; }
    public required string Lead { get; init; }
    public required List<string> With { get; init; }
    public required int From { get; init; }
    public required int Until { get; init; }
    public required List<int> Signatures { get; init; }
    public required string What { get; init; }
    public required string Safeguarding { get; init; }
    public required string Access { get; init; }
    public required string Breaches { get; init; }
    public required string Assessment { get; init; }
    public required string AssessmentLink { get; init; }
    public required int Assessed { get; init; }
    public required string Notice { get; init; }
    public required int Months { get; init; }
}

/// <summary>Money handed on.</summary>
public sealed class DemoTransfer
{
    public required string From { get; init; }
    public required string FromArea { get; init; }
    public required string To { get; init; }
    public required string ToArea { get; init; }
    public required long Pounds { get; init; }
    public required int On { get; init; }
    public required string For { get; init; }
    public required string Source { get; init; }

    /// <summary>Why it was taken back, where it was, and on which day.</summary>
    public string? TakenBack { get; init; }
    public int TakenBackOn { get; init; }
}

/// <summary>An organisation of the place.</summary>
public sealed class DemoBody
{
    public required string Key { get; init; }
    public required string Name { get; init; }
    public required string Kind { get; init; }
    public required string About { get; init; }

    /// <summary>Why it is no public authority; none where it is one.</summary>
    public string? NoPublicAuthority { get; init; }
}

/// <summary>What a body may do in an area, and since when.</summary>
public sealed class DemoRemit
{
    public required string Body { get; init; }
    public required string Area { get; init; }
    public required string Label { get; init; }
    public required string Basis { get; init; }
    public required List<string> May { get; init; }
    public required int From { get; init; }

    /// <summary>The first day on which it no longer holds; none where no end is set.</summary>
    public int? Until { get; init; }

    /// <summary>The body that commissioned it.</summary>
    public string? Commissioned { get; init; }

    /// <summary>What the budget is for that comes with it, and from when.</summary>
    public string? Budget { get; init; }
    public int BudgetFrom { get; init; }
}

/// <summary>How independent a body is, and since when.</summary>
public sealed class DemoStanding
{
    public required string Body { get; init; }
    public required StandingKind Kind { get; init; }
    public string? HostedBy { get; init; }
    public required int From { get; init; }
    public required string Note { get; init; }
}

/// <summary>A pre-election period, by the week of polling day and how many days it has. Polls are held on a Thursday.</summary>
public sealed class DemoElection
{
    public required string Area { get; init; }
    public required string Name { get; init; }
    public required int Polling { get; init; }
    public required int Days { get; init; }
}

/// <summary>Somebody who lives or works in the place. <c>Role</c> names the sign-in button that stands for them.</summary>
public sealed class DemoPerson
{
    public required string Key { get; init; }
    public required string Name { get; init; }
    public required string Area { get; init; }
    public required string Voice { get; init; }
    public string? Role { get; init; }
    public string? For { get; init; }
    public List<string> May { get; init; } = [];
    public string? Title { get; init; }

    public string Email => $"{Role ?? Key}@rivermead.example";
}

/// <summary>The review, its consultations, the listening spaces and the ideas in them.</summary>
public sealed class DemoConsultationsFile
{
    public required DemoReview Review { get; init; }
    public required List<DemoConsultation> Consultations { get; init; }
    public required List<DemoSpace> Spaces { get; init; }
    public required List<DemoIdea> Ideas { get; init; }

    /// <summary>Of who was heard and of the files of comments, the same everywhere.</summary>
    public required DemoAssessment SaidAssessment { get; init; }
}

/// <summary>The neighbourhood review that the consultations belong to.</summary>
public sealed class DemoReview
{
    public required string Key { get; init; }
    public required string Title { get; init; }
    public required string Area { get; init; }
    public required string Framework { get; init; }
    public required List<string> Sponsors { get; init; }
    public required string About { get; init; }
}

/// <summary>A question put to the place, with its dates, texts, documents and vote.</summary>
public sealed class DemoConsultation
{
    public required string Key { get; init; }
    public required string Title { get; init; }
    public required string Slug { get; init; }
    public required string Question { get; init; }
    public required string Area { get; init; }
    public required string By { get; init; }
    public required string Decider { get; init; }
    public required int Decides { get; init; }
    public required int Opens { get; init; }
    public required int Closes { get; init; }
    public required int Published { get; init; }
    public required string Audience { get; init; }
    public required DemoEquality Equality { get; init; }
    public required string Hook { get; init; }
    public required Involvement Involves { get; init; }
    public required string About { get; init; }
    public required string Why { get; init; }
    public required string CanChange { get; init; }
    public required string CannotChange { get; init; }
    public required string Options { get; init; }
    public required string Costs { get; init; }
    public List<DemoGroup> Reach { get; init; } = [];
    public required DemoAssessment Assessment { get; init; }
    public List<DemoDocument> Documents { get; init; } = [];
    public List<DemoEvent> Events { get; init; } = [];
    public DemoBallot? Ballot { get; init; }
}

/// <summary>How the three aims are met, and what is done about harm.</summary>
public sealed class DemoEquality
{
    public required string Ends { get; init; }
    public required string Advances { get; init; }
    public required string Fosters { get; init; }
    public required string Mitigations { get; init; }
}

/// <summary>A group of the reach plan; its voice where the site counts it.</summary>
public sealed class DemoGroup
{
    public required string Name { get; init; }
    public Voice? Voice { get; init; }
    public required WhyPlanned Why { get; init; }
    public required string How { get; init; }
    public int? Aim { get; init; }
}

/// <summary>What was found before results by group were published.</summary>
public sealed class DemoAssessment
{
    public required long Population { get; init; }
    public required DisclosureRisk Sensitivity { get; init; }
    public required DisclosureRisk Linkability { get; init; }
    public required string Reasons { get; init; }
}

/// <summary>A meeting to come: its day counted from the day of loading, and its hours.</summary>
public sealed class DemoEvent
{
    public required string Title { get; init; }
    public required string Begins { get; init; }
    public required string Ends { get; init; }
    public string Place { get; init; } = "";
    public string? Join { get; init; }
    public string How { get; init; } = "";
    public required string Access { get; init; }
}

/// <summary>A background paper.</summary>
public sealed class DemoDocument
{
    public required string Title { get; init; }
    public required List<DemoSection> Sections { get; init; }
}

/// <summary>One section of a background paper.</summary>
public sealed class DemoSection
{
    public required string Heading { get; init; }
    public required string Text { get; init; }
}

/// <summary>A vote, how many papers it has, and how strongly each priority draws dots.</summary>
public sealed class DemoBallot
{
    public required string Title { get; init; }
    public required int Dots { get; init; }
    public required int Cap { get; init; }
    public required int Papers { get; init; }
    public required List<DemoPriority> Priorities { get; init; }
}

/// <summary>Something the vote offers.</summary>
public sealed class DemoPriority
{
    public required string Key { get; init; }
    public required string Title { get; init; }
    public required string About { get; init; }
    public required int Weight { get; init; }
    /// <summary>The title of the idea it came from.</summary>
    public string? From { get; init; }
}

/// <summary>A listening space, open always.</summary>
public sealed class DemoSpace
{
    public required string Key { get; init; }
    public required string Title { get; init; }
    public required string Area { get; init; }
    public required int Opened { get; init; }
}

/// <summary>Somebody's own suggestion; not adopted yet when no day is given.</summary>
public sealed class DemoIdea
{
    public required string By { get; init; }
    public string? As { get; init; }
    public required string Space { get; init; }
    public required string At { get; init; }
    public int? Adopted { get; init; }
    public int Support { get; init; }
    public required string Title { get; init; }
    public required string Text { get; init; }
}

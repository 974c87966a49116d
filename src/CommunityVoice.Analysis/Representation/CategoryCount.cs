namespace CommunityVoice.Analysis.Representation;

/// <summary>One category of a dimension (an age band, a ward): those who took part and those who live there, both in people, 0 or more.</summary>
public sealed record CategoryCount(string Label, double Participants, double Population);

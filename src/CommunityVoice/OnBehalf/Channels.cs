using CommunityVoice.Voting;

namespace CommunityVoice.OnBehalf;

/// <summary>How many people told us in one way.</summary>
public sealed record HeardByChannel(string Words, int People);

/// <summary>Splits a total by how people told us. Each answer that was entered is one person, so the site has all the others and the parts add up.</summary>
public static class Channels
{
    /// <summary>The site first, then every way in its order, those of nobody too.</summary>
    public static IReadOnlyList<HeardByChannel> Of(IReadOnlyDictionary<EntryChannel, int> entered, int people) =>
        [new(EntryChannelWords.OnTheSite, people - entered.Values.Sum()), .. Enum.GetValues<EntryChannel>().Select(c => new HeardByChannel(c.Word(), entered.GetValueOrDefault(c)))];
}

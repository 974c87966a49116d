using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.OnBehalf;

/// <summary>Comments of people who agreed to publish their words, but not to be quoted.</summary>
internal static class Unquoted
{
    public const string Told = "Whoever said this did not want to be quoted";

    /// <summary>Makes comments such, as if their consent had been entered so; before any page shows them.</summary>
    public static Task NotToBeQuotedAsync(this Site site, params IReadOnlyList<long> ids)
    {
        List<long> chosen = [.. ids];
        return site.DoAsync<CommunityVoiceDb>(async db =>
            Assert.Equal(chosen.Count, await db.Comments.Where(c => chosen.Contains(c.Id)).ExecuteUpdateAsync(set => set.SetProperty(c => c.IsNotToBeQuoted, true))));
    }
}

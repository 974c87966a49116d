using System.Globalization;
using CommunityVoice.Activity;
using CommunityVoice.Analysis;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Discussion;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Themes;

/// <summary>Comments for and against what a theme is about, side by side: protected numbers, and as many of one side as of the other; none while a number of them is hidden.</summary>
public sealed record StanceView(Breakdown Counts, IReadOnlyList<long> For, IReadOnlyList<long> Against);

/// <summary>Says of coded comments whether they speak for or against what a theme is about, and shows both.</summary>
public sealed class Stances(CommunityVoiceDb db, TimeProvider clock)
{
    /// <summary>So many comments of each side are shown, at most.</summary>
    public const int MostOfEach = 3;

    public const string ForLabel = "For";
    public const string AgainstLabel = "Against";
    public const string NeitherLabel = "Neither, or both";

    /// <summary>Keeps the stance of each of these comments; answers how many it changed. A comment without the theme stays without a stance.</summary>
    public Task<int> SaveAsync(Consultation consultation, Theme theme, IReadOnlyDictionary<long, Stance> stances, Guid by, CancellationToken ct) => db.TransactAsync(async () =>
    {
        var ids = stances.Keys.ToList();
        var codings = await db.Codings.Where(c => c.ThemeId == theme.Id && c.ConsultationId == consultation.Id && ids.Contains(c.CommentId)).ToListAsync(ct);
        var changed = codings.FindAll(c => c.Stance != stances[c.CommentId]);
        if (changed.Count == 0) return 0;
        foreach (var coding in changed) coding.Take(stances[coding.CommentId]);
        db.ActivityEntries.Add(new ActivityEntry(by, "comments.stance-said", nameof(Consultation), consultation.Id,
            $"{theme.Name}: {string.Join(", ", changed.OrderBy(c => c.CommentId).Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.CommentId} {c.Stance}")))}", clock.GetUtcNow()));
        await db.SaveChangesAsync(ct);
        return changed.Count;
    }, ct);

    /// <summary>Both sides of a theme; none while no comment was said to be for or against. The newest of each side are shown: neither their support nor their number orders them, and nobody is shown who did not want to be quoted. Unshared: areas whose comments are left out.</summary>
    public async Task<StanceView?> OfAsync(long themeId, IReadOnlyCollection<long> unshared, CancellationToken ct)
    {
        var visible = db.Comments.Visible().Where(c => !unshared.Contains(c.Consultation.AreaId));
        var coded = db.Codings.AsNoTracking().Where(c => c.ThemeId == themeId && visible.Any(v => v.Id == c.CommentId));
        var counts = await coded.GroupBy(c => c.Stance).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        if (Protect(counts) is not { } shown) return null;
        if (!MayQuote(shown)) return new(shown, [], []);
        var (agreeing, opposing) = (await NewestAsync(Stance.For), await NewestAsync(Stance.Against));
        var each = Math.Min(agreeing.Count, opposing.Count);
        return new(shown, [.. agreeing.Take(each)], [.. opposing.Take(each)]);

        Task<List<long>> NewestAsync(Stance stance) => coded.Where(c => c.Stance == stance && !c.Comment.IsNotToBeQuoted).OrderByDescending(c => c.CommentId).Take(MostOfEach).Select(c => c.CommentId).ToListAsync(ct);
    }

    /// <summary>What may be shown of so many comments of each stance; none while none of them is for or against.</summary>
    internal static Breakdown? Protect(Dictionary<Stance, int> counts)
    {
        var (@for, against) = (counts.GetValueOrDefault(Stance.For), counts.GetValueOrDefault(Stance.Against));
        return @for + against == 0 ? null
            : Disclosure.Protect([(ForLabel, @for), (AgainstLabel, against), (NeitherLabel, counts.GetValueOrDefault(Stance.Neither))], counts.Values.Sum());
    }

    /// <summary>Whether comments of both sides may be shown; while the number of one is hidden, its comments would tell it.</summary>
    internal static bool MayQuote(Breakdown shown) => !shown.Rows.Any(r => r.Label is ForLabel or AgainstLabel && r.Count.IsHidden);
}

/// <summary>The words of stances.</summary>
public static class StanceWords
{
    public static string Word(this Stance stance) => stance switch
    {
        Stance.For => "For",
        Stance.Against => "Against",
        _ => "Neither",
    };
}

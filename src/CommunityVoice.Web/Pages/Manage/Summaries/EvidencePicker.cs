using System.Globalization;
using CommunityVoice.Data;
using CommunityVoice.Discussion;
using CommunityVoice.Voting;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.Summaries;

/// <summary>What a finding can rest on: comments of the consultation by theme or words, and the priorities of its sealed ballots.</summary>
public sealed class EvidencePicker(CommunityVoiceDb db)
{
    public const int PageSize = 30;

    /// <summary>The themes that comments of the consultation were given.</summary>
    public async Task<IReadOnlyList<SelectListItem>> ThemesAsync(long consultationId, CancellationToken ct)
    {
        var themes = await db.Codings.Where(c => c.ConsultationId == consultationId).Select(c => new { c.ThemeId, c.Theme.Name }).Distinct()
            .OrderBy(t => t.Name).ToListAsync(ct);
        return [.. themes.Select(t => new SelectListItem(t.Name, t.ThemeId.ToString(CultureInfo.InvariantCulture)))];
    }

    /// <summary>Visible comments after one, of a theme and holding the words if asked; one more than a page tells that there are more.</summary>
    public Task<List<Comment>> CommentsAsync(long consultationId, long? theme, string? words, long? after, CancellationToken ct)
    {
        var comments = db.Comments.AsNoTracking().Visible().Where(c => c.ConsultationId == consultationId && !c.IsOfficial);
        if (theme is not null) comments = comments.Where(c => db.Codings.Any(x => x.CommentId == c.Id && x.ThemeId == theme));
        foreach (var word in (words ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(5))
        {
            var low = word.ToLowerInvariant();
#pragma warning disable CA1304, CA1311, CA1862, MA0011 // the database does this, and knows no cultures
            comments = comments.Where(c => c.Body.ToLower().Contains(low));
#pragma warning restore CA1304, CA1311, CA1862, MA0011
        }
        return comments.Where(c => after == null || c.Id > after).OrderBy(c => c.Id).Take(PageSize + 1).ToListAsync(ct);
    }

    /// <summary>What ballots with a published tally offer, most people first.</summary>
    public Task<List<Priority>> ResultsAsync(long consultationId, CancellationToken ct) =>
        db.Priorities.Offered().Where(p => p.Ballot.ConsultationId == consultationId && p.Ballot.SealedPapers >= BallotResult.FewestPeople)
            .OrderBy(p => p.BallotId).ThenByDescending(p => p.SealedPeople).ThenBy(p => p.Order).ThenBy(p => p.Id).Include(p => p.Ballot).Take(300).ToListAsync(ct);
}

using CommunityVoice.Analysis;
using CommunityVoice.Data;
using CommunityVoice.Discussion;
using CommunityVoice.Sharing;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Areas;

/// <summary>Reads what one group of those heard in an area said, where the table of the area shows the group and a list of it picks nobody out.</summary>
public sealed class HeardComments(CommunityVoiceDb db, SharedViews shared, TimeProvider clock)
{
    /// <summary>What anybody can read of it; none where the table shows nobody in the group, or where no more could be read than the table would hide. Which of the two is not told.</summary>
    public async Task<IQueryable<Comment>?> OfAsync(Area area, HeardGroup group, CancellationToken ct)
    {
        var today = UkTime.Today(clock);
        var view = await shared.OnAsync(today, ct);
        if (await db.AreaTallies.AsNoTracking().SingleOrDefaultAsync(t => t.AreaId == area.Id, ct) is not { Shown: { } facts } || !group.IsShownIn(facts)) return null;
        // What the area includes changed since it was counted, so that its page shows no table either.
        if (!area.HasEndedOn(today) && !facts.LeftOut.ToHashSet().SetEquals(view.LeftOutOf(area.Id).Select(l => l.PartId))) return null;
        var within = view.Within(area.Id);
        var said = group.In(db.Comments.AsNoTracking().Visible().Where(c => c.Consultation.PublishedAt != null && within.Contains(c.Consultation.AreaId)));
        if (group == HeardGroup.Meetings) return said;
        var profile = DisclosureProfile.SubNational;
        return await said.Take(profile.LargestHidden + 1).CountAsync(ct) <= profile.LargestHidden ? null : said;
    }
}

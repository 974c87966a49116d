using CommunityVoice.Areas;
using CommunityVoice.Data;
using CommunityVoice.Discussion;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.People;

/// <summary>What somebody says of themselves.</summary>
public sealed record ProfileSaid(string DisplayName, Voice Voice, string? DeclaredRole, long? AreaId, bool ShowsArea);

/// <summary>Keeps what people say of themselves, and finds the areas they may choose from.</summary>
public sealed class Profiles(CommunityVoiceDb db, Authors authors, TimeProvider clock)
{
    private static readonly AreaLevel[] Offered = [AreaLevel.Neighbourhood, AreaLevel.Ward, AreaLevel.Locality, AreaLevel.NeighbourhoodTeam, AreaLevel.Place];

    public Task<Person?> FindAsync(Guid personId, CancellationToken ct) => db.People.SingleOrDefaultAsync(p => p.Id == personId, ct);

    /// <summary>Wards and the larger areas people know, smallest first.</summary>
    public Task<List<Area>> AreasAsync(CancellationToken ct)
    {
        var today = UkTime.Today(clock);
        return db.Areas.AsNoTracking().HoldingOn(today).Where(a => Offered.Contains(a.Level))
            .OrderBy(a => a.Name).ThenBy(a => a.Id).ToListAsync(ct);
    }

    /// <summary>The ward a postcode lies in; none when it is not in our list. The postcode itself is not kept.</summary>
    public Task<long?> WardOfAsync(string postcode, CancellationToken ct)
    {
        var code = new string([.. postcode.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit)]);
        return db.Postcodes.Where(p => p.Code == code).Select(p => (long?)p.WardId).SingleOrDefaultAsync(ct);
    }

    /// <summary>Keeps it, and shows a new name wherever they spoke.</summary>
    public Task ChangeAsync(Person person, ProfileSaid said, CancellationToken ct) => db.TransactAsync(async () =>
    {
        var isRenamed = person.DisplayName != said.DisplayName.Trim();
        person.CallMe(said.DisplayName);
        person.SpeakAs(said.Voice, said.DeclaredRole);
        person.LiveIn(said.AreaId, said.ShowsArea);
        await db.SaveChangesAsync(ct);
        if (!isRenamed) return;
        await authors.RenameAsync(person.Id, person.DisplayName, ct);
        db.Touch(PageTag.Site);
    }, ct);
}

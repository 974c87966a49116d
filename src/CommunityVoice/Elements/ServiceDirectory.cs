using CommunityVoice.Activity;
using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Elements;

/// <summary>An area's services as other directories write them, in the form of Open Referral UK: handed out, and brought in (rule R-H13).</summary>
public sealed class ServiceDirectory(CommunityVoiceDb db, ServiceIds ids, TimeProvider clock)
{
    /// <summary>Services on a page, unless fewer or more are asked for.</summary>
    public const int Usual = 100;
    public const int Most = 500;

    private const string Geography = "http://statistics.data.gov.uk/id/statistical-geography/";

    /// <summary>A page of an area's own services, from 1; those off the list too, as inactive.</summary>
    public async Task<ReferralPage> PageAsync(Area area, int number, int size, CancellationToken ct)
    {
        var own = db.Elements.AsNoTracking().Where(e => e.AreaId == area.Id);
        var total = await own.CountAsync(ct);
        var pages = (total + size - 1) / size;
        var at = Math.Clamp(number, 1, Math.Max(pages, 1));
        var rows = await own.Include(e => e.Provider).OrderBy(e => e.Id).Skip((at - 1) * size).Take(size).ToListAsync(ct);
        return new(total, pages, at, rows.Count, at == 1, at >= pages, rows.Count == 0, rows.ConvertAll(e => Service(area, e)));
    }

    /// <summary>What a file would do to an area's services.</summary>
    public async Task<ServiceImport> ReadAsync(Area area, string text, CancellationToken ct)
    {
        var file = ServiceFile.Read(text);
        if (file.Fault is { } fault) return new([], [], [], false, fault);
        var elements = await db.Elements.Include(e => e.Provider).Where(e => e.AreaId == area.Id).OrderBy(e => e.Id).ToListAsync(ct);
        return new ServiceRows(elements, await BodiesAsync(file, ct), ids).Read(file);
    }

    /// <summary>Does what was read; false where somebody else changed the same in the same moment.</summary>
    public async Task<bool> TakeAsync(Area area, ServiceImport import, Guid byId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        try
        {
            await db.TransactAsync(async () =>
            {
                var taken = import.Taken.Select(r => (r.Change, Element: Take(area, r, now))).ToList();
                await db.SaveChangesAsync(ct);
                foreach (var (change, element) in taken) Record(change == ServiceChange.Added ? "element.added" : "element.changed", nameof(Element), element.Id, $"{element.Name}, from a directory");
                Record("element.imported", nameof(Area), area.Id, $"{import.Count(ServiceChange.Added)} added, {import.Count(ServiceChange.Changed)} changed, {import.Count(ServiceChange.Same)} the same, {import.Count(ServiceChange.Refused)} not taken");
                await db.SaveChangesAsync(ct);
            }, ct);
            return true;
        }
        catch (DbUpdateException e) when (CommunityVoiceDb.IsUniqueViolation(e))
        {
            db.ChangeTracker.Clear();
            return false;
        }

        void Record(string verb, string subject, long id, string detail) => db.ActivityEntries.Add(new ActivityEntry(byId, verb, subject, id, detail, now));
    }

    private Element Take(Area area, ServiceRow row, DateTimeOffset now)
    {
        var element = row.Element ?? db.Elements.Add(new Element(area, row.Facts!.Name, row.Facts.About)).Entity;
        element.Describe(row.Facts!);
        if (row.IsOff) element.End(now);
        return element;
    }

    // Those that a service of the file may mean.
    private Task<List<Body>> BodiesAsync(ServiceFile file, CancellationToken ct)
    {
        List<string> names = [.. file.Services.Select(s => s.Provider).Where(n => n.Length > 0).Distinct(StringComparer.Ordinal)];
        List<string> registered = [.. file.Services.SelectMany(s => s.RegisteredAs).Distinct(StringComparer.Ordinal)];
        return db.Bodies.Where(b => names.Contains(b.Name) || (b.OrganisationId != null && registered.Contains(b.OrganisationId))).OrderBy(b => b.Id).ToListAsync(ct);
    }

    private ReferralService Service(Area area, Element element)
    {
        var id = ids.Of(element);
        var place = new ReferralArea(ids.Of("service area", $"{id:D}"), area.Name) { Uri = area.Code is { Length: 9 } code ? Geography + code : null };
        return new(id, element.Name, element.About, element.EndedAt is null ? ReferralService.Active : ReferralService.Inactive, [place])
        {
            Website = element.Website,
            Organization = element.Provider is { } body ? Organization(body)
                : element.ProviderName.Length > 0 ? new ReferralOrganization(ids.Of("organization", element.ProviderName), element.ProviderName, "", []) : null,
        };
    }

    private ReferralOrganization Organization(Body body) => new(ids.Of("body", FormattableString.Invariant($"{body.Id}")), body.Name, body.About, Identifiers(body)) { Website = body.Website };

    private IReadOnlyList<ReferralIdentifier> Identifiers(Body body)
    {
        if (body.OrganisationId is not { } id) return [];
        var (register, number) = OrganisationId.Parts(id);
        return [new(ids.Of("identifier", id), register, OrganisationId.Kind(register), number)];
    }
}

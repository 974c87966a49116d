using CommunityVoice.Activity;
using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Elements;

/// <summary>Keeps the elements of places and what cannot work without what. Those who group comments and those who plan do it, each in their areas.</summary>
public sealed class ElementDesk(CommunityVoiceDb db, Permissions permissions, AreaTree tree, TimeProvider clock)
{
    /// <summary>The areas whose elements this person keeps.</summary>
    public async Task<HashSet<long>> AreasAsync(Guid personId, CancellationToken ct) =>
        [.. await permissions.AreasAsync(personId, Capability.Code, ct), .. await permissions.AreasAsync(personId, Capability.Plan, ct)];

    public Task<Element?> FindAsync(long id, CancellationToken ct) => db.Elements.Include(e => e.Area).Include(e => e.Needs).SingleOrDefaultAsync(e => e.Id == id, ct);

    /// <summary>What can be said to be missing in an area: elements of it, of what is around it and of what it contains that nobody took off the list.</summary>
    public async Task<List<Element>> OfAsync(long areaId, CancellationToken ct)
    {
        var steps = (await tree.StepsAsync(areaId, UkTime.Today(clock), ct)).Keys.ToList();
        return await db.Elements.AsNoTracking().Where(e => steps.Contains(e.AreaId) && e.EndedAt == null).OrderBy(e => e.Name).ThenBy(e => e.Id).ToListAsync(ct);
    }

    /// <summary>Whether an area has another that a directory knows by this number.</summary>
    public async Task<bool> HasAnotherAsync(long areaId, long elementId, string? directoryId, CancellationToken ct) =>
        directoryId is not null && await db.Elements.AnyAsync(e => e.AreaId == areaId && e.Id != elementId && e.DirectoryId == directoryId, ct);

    /// <summary>Adds one; none where the area has one of that name.</summary>
    public async Task<Element?> AddAsync(Area area, ElementFacts facts, Guid byId, CancellationToken ct)
    {
        var element = new Element(area, facts.Name, facts.About);
        element.Describe(facts);
        try
        {
            await db.TransactAsync(async () =>
            {
                db.Elements.Add(element);
                await db.SaveChangesAsync(ct);
                Record(element, "added", facts.Name, byId);
                await db.SaveChangesAsync(ct);
            }, ct);
            return element;
        }
        catch (DbUpdateException e) when (CommunityVoiceDb.IsUniqueViolation(e))
        {
            db.ChangeTracker.Clear();
            return null;
        }
    }

    /// <summary>Why these cannot be what it needs: one of them waits for it already. Nothing where none does.</summary>
    public async Task<string?> RoundAsync(Element element, IReadOnlyCollection<long> needs, CancellationToken ct)
    {
        var all = (await db.Set<ElementNeed>().AsNoTracking().Where(n => n.ElementId != element.Id).Select(n => new { n.ElementId, n.NeedsId }).ToListAsync(ct)).ToLookup(n => n.ElementId, n => n.NeedsId);
        var way = needs.Select(n => Dependencies.Way(n, element.Id, all)).FirstOrDefault(w => w.Count > 0);
        if (way is null) return null;
        var names = await db.Elements.Where(e => way.Contains(e.Id)).ToDictionaryAsync(e => e.Id, e => e.Name, ct);
        return $"They would wait for one another: {string.Join(" cannot work without ", way.Select(id => $"“{names[id]}”"))}";
    }

    /// <summary>Saves what is said of it and its needs; false where the area has another of that name.</summary>
    public async Task<bool> ChangeAsync(Element element, ElementFacts facts, IReadOnlyCollection<Element> needs, Guid byId, CancellationToken ct)
    {
        element.Describe(facts);
        element.CannotWorkWithout(needs);
        db.Touch(element.PageTags);
        Record(element, "changed", $"{facts.Name}{(element.ProvidedBy.Length > 0 ? $", provided by {element.ProvidedBy}" : "")}; cannot work without: {(needs.Count == 0 ? "nothing" : string.Join(", ", needs.Select(n => n.Name)))}", byId);
        return await db.TrySaveAsync(ct);
    }

    public Task EndAsync(Element element, Guid byId, CancellationToken ct)
    {
        element.End(clock.GetUtcNow());
        Record(element, "ended", element.Name, byId);
        return db.SaveChangesAsync(ct);
    }

    private void Record(Element element, string what, string detail, Guid byId) => db.ActivityEntries.Add(new ActivityEntry(byId, $"element.{what}", nameof(Element), element.Id, detail, clock.GetUtcNow()));
}

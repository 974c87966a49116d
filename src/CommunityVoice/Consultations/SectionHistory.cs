namespace CommunityVoice.Consultations;

/// <summary>What became of a section since a version.</summary>
/// <param name="RemovedIn">The first later version without it; none while it stands.</param>
/// <param name="IsReworded">Whether heading or text are not what they were.</param>
/// <param name="IsMoved">Whether it stands elsewhere among the sections that stayed.</param>
public sealed record SectionFate(int? RemovedIn, bool IsReworded, bool IsMoved)
{
    public bool IsUnchanged => RemovedIn is null && !IsReworded && !IsMoved;
}

/// <summary>Follows sections through the versions of a document by their anchors.</summary>
public static class SectionHistory
{
    /// <summary>From the version with this number to the newest.</summary>
    public static SectionFate Of(IReadOnlyCollection<DocumentVersion> versions, string anchor, int number)
    {
        var then = versions.Single(v => v.Number == number);
        var now = versions.MaxBy(v => v.Number)!;
        if (now.Sections.Find(s => s.Anchor == anchor) is not { } current)
        {
            var last = versions.Where(v => v.Number >= number && v.Sections.Exists(s => s.Anchor == anchor)).Max(v => v.Number);
            return new(versions.Where(v => v.Number > last).Min(v => v.Number), false, false);
        }
        var before = then.Sections.Single(s => s.Anchor == anchor);
        return new(null, (before.Heading, before.Body) != (current.Heading, current.Body), Moved(Anchors(then), Anchors(now)).Contains(anchor));
    }

    /// <summary>The sections that are gone from the newest version, each as it read last, with the version that no longer had it.</summary>
    public static IReadOnlyList<(VersionSection Last, int RemovedIn)> Removed(IReadOnlyCollection<DocumentVersion> versions)
    {
        if (versions.MaxBy(v => v.Number) is not { } now) return [];
        return [.. versions.Where(v => v != now).OrderByDescending(v => v.Number).SelectMany(v => v.InOrder).DistinctBy(s => s.Anchor)
            .Where(s => !now.Sections.Exists(n => n.Anchor == s.Anchor)).Select(s => (s, Of(versions, s.Anchor, s.Version.Number).RemovedIn!.Value))];
    }

    /// <summary>The fewest that must have moved: all but the longest run that kept its order.</summary>
    public static HashSet<string> Moved(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var places = after.Select((anchor, i) => (anchor, i)).ToDictionary(p => p.anchor, p => p.i, StringComparer.Ordinal);
        List<string> stayed = [.. before.Where(places.ContainsKey)];
        var runs = new List<List<string>>();
        foreach (var anchor in stayed)
        {
            var longest = runs.Where(r => places[r[^1]] < places[anchor]).MaxBy(r => r.Count);
            runs.Add([.. longest ?? [], anchor]);
        }
        return [.. stayed.Except(runs.MaxBy(r => r.Count) ?? [], StringComparer.Ordinal)];
    }

    private static List<string> Anchors(DocumentVersion version) => [.. version.InOrder.Select(s => s.Anchor)];
}

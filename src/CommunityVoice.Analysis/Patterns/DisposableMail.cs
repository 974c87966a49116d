namespace CommunityVoice.Analysis.Patterns;

/// <summary>Addresses at one service that gives addresses away for minutes, named by their place in the list.</summary>
public sealed record DisposableAddresses(string Service, IReadOnlyList<int> Papers);

/// <summary>Finds addresses at services for addresses that are used once.</summary>
/// <remarks>Some people use them to keep their own address to themselves, so one alone says little (rule R-F33).</remarks>
public sealed class DisposableMail(IEnumerable<string> services)
{
    private readonly HashSet<string> services = new(services.Select(s => s.Trim().ToLowerInvariant()), StringComparer.Ordinal);

    /// <summary>Reads a list: a domain a line; empty lines and what follows # are notes.</summary>
    public static DisposableMail Read(string text) =>
        new(text.Split('\n').Select(line => line.Split('#')[0].Trim()).Where(line => line.Length > 0));

    /// <summary>The service of an address, its own domain or one above it; none for any other.</summary>
    public string? ServiceOf(string address)
    {
        var domain = address[(address.LastIndexOf('@') + 1)..].Trim().TrimEnd('.').ToLowerInvariant();
        while (domain.Length > 0)
        {
            if (services.Contains(domain)) return domain;
            var dot = domain.IndexOf('.', StringComparison.Ordinal);
            domain = dot < 0 ? "" : domain[(dot + 1)..];
        }
        return null;
    }

    /// <summary>Groups by service, largest first. Empty texts are passed over.</summary>
    public IReadOnlyList<DisposableAddresses> Find(IReadOnlyList<string> addresses) =>
    [
        .. addresses.Select((address, i) => (Service: ServiceOf(address), Paper: i)).Where(a => a.Service is not null)
            .GroupBy(a => a.Service!, a => a.Paper, StringComparer.Ordinal).Select(g => new DisposableAddresses(g.Key, [.. g]))
            .OrderByDescending(g => g.Papers.Count).ThenBy(g => g.Service, StringComparer.Ordinal),
    ];
}

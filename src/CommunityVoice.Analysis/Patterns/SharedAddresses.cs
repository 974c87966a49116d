using System.Globalization;

namespace CommunityVoice.Analysis.Patterns;

/// <summary>What several addresses have in common.</summary>
public enum AddressLikeness
{
    /// <summary>They reach one mailbox: they differ after a plus sign, or by dots where the provider takes no notice of dots.</summary>
    OneMailbox,

    /// <summary>The same name with numbers that follow one another, at the same domain.</summary>
    Numbered,
}

/// <summary>Addresses that are alike, named by their place in the list. <paramref name="Common"/> is what they share: "sam@site.example".</summary>
public sealed record LikeAddresses(AddressLikeness Kind, string Common, IReadOnlyList<int> Papers);

/// <summary>Finds e-mail addresses that look like several of one person.</summary>
/// <remarks>
/// One mailbox: two or more whose <see cref="Mailbox"/> is the same. Numbered: three or more such as sam1@, sam2@, sam3@ whose numbers follow one
/// another so closely that people who pick numbers of their own would hardly ever come to it: with <c>n</c> addresses of a name among <c>m</c>
/// likely numbers (100; for years of birth 60; for longer numbers all there are), a run of <c>r</c> is expected <c>n·(n/m)^(r-1)</c> times, and told
/// below 0.01. Two members of a family may share a mailbox, and a club may hand out numbered addresses: it is for people to judge (rule R-F33).
/// </remarks>
public static class SharedAddresses
{
    private const int ShortestRun = 3;
    private const double Rare = 0.01;

    // Google's mail takes no notice of dots, and these two names are one service.
    private static readonly HashSet<string> WithoutDots = new(StringComparer.Ordinal) { "gmail.com", "googlemail.com" };

    /// <summary>The mailbox that an address leads to, in small letters; empty for what is no address.</summary>
    public static string Mailbox(string address)
    {
        var (local, domain) = Parts(address);
        if (domain.Length == 0) return "";
        var plus = local.IndexOf('+', StringComparison.Ordinal);
        if (plus > 0) local = local[..plus];
        if (WithoutDots.Contains(domain)) (local, domain) = (local.Replace(".", "", StringComparison.Ordinal), "gmail.com");
        return $"{local}@{domain}";
    }

    /// <summary>Groups of like addresses, largest first; an address may be in one group of each kind. Empty texts are passed over.</summary>
    public static IReadOnlyList<LikeAddresses> Find(IReadOnlyList<string> addresses)
    {
        var mailboxes = addresses.Select((address, i) => (Mailbox: Mailbox(address), Paper: i)).Where(a => a.Mailbox.Length > 0).ToList();
        var same = mailboxes.GroupBy(a => a.Mailbox, a => a.Paper, StringComparer.Ordinal).Where(g => g.Skip(1).Any())
            .Select(g => new LikeAddresses(AddressLikeness.OneMailbox, g.Key, [.. g]));
        var numbered = mailboxes.Select(a => (a.Paper, Name: Numbered(a.Mailbox))).Where(a => a.Name is not null)
            .GroupBy(a => a.Name!.Value.Common, a => (a.Name!.Value.Number, a.Paper), StringComparer.Ordinal).SelectMany(g => Runs(g.Key, [.. g]));
        return [.. same.Concat(numbered).OrderByDescending(g => g.Papers.Count).ThenBy(g => g.Common, StringComparer.Ordinal)];
    }

    private static IEnumerable<LikeAddresses> Runs(string common, List<(long Number, int Paper)> numbered)
    {
        var numbers = numbered.Select(n => n.Number).Distinct().Order().ToList();
        for (var from = 0; from < numbers.Count;)
        {
            var to = from;
            while (to + 1 < numbers.Count && numbers[to + 1] == numbers[to] + 1) to++;
            var run = to - from + 1;
            if (run >= ShortestRun && numbers.Count * Math.Pow(Math.Min(1, numbers.Count / Likely(numbers[to])), run - 1) < Rare)
                yield return new(AddressLikeness.Numbered, common, [.. numbered.Where(n => n.Number >= numbers[from] && n.Number <= numbers[to]).OrderBy(n => n.Number).Select(n => n.Paper)]);
            from = to + 1;
        }
    }

    private static double Likely(long number) => number switch
    {
        < 100 => 100,
        >= 1940 and < 2030 => 60,
        _ => Math.Pow(10, number.ToString(CultureInfo.InvariantCulture).Length),
    };

    // "sam07@site.example" as 7 of "sam@site.example"; none without a name and a number behind it.
    private static (string Common, long Number)? Numbered(string mailbox)
    {
        var (local, domain) = Parts(mailbox);
        var name = local.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        return name.Length > 0 && name.Length < local.Length && long.TryParse(local[name.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? ($"{name}@{domain}", number) : null;
    }

    private static (string Local, string Domain) Parts(string address)
    {
        var text = address.Trim().ToLowerInvariant();
        var at = text.LastIndexOf('@');
        return at > 0 && at < text.Length - 1 ? (text[..at], text[(at + 1)..]) : ("", "");
    }
}

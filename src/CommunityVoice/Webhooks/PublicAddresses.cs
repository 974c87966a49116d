using System.Net;
using System.Net.Sockets;

namespace CommunityVoice.Webhooks;

/// <summary>Which network addresses are of the public internet: what leads to this machine, to a network of its own, or to many at once is not.</summary>
public static class PublicAddresses
{
    private static readonly IPNetwork Global = IPNetwork.Parse("2000::/3");

    // What the registers of special addresses name; in IPv6 those that carry an IPv4 address too, which could be any.
    private static readonly string[] Ranges =
    [
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24",
        "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
    ];

    private static readonly IPNetwork[] Special = Array.ConvertAll(Ranges, range => IPNetwork.Parse(range));

    public static bool Has(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) return Has(address.MapToIPv4());
        if (address.AddressFamily == AddressFamily.InterNetworkV6 && (address.ScopeId != 0 || !Global.Contains(address))) return false;
        return !Array.Exists(Special, n => n.Contains(address));
    }
}

using System.Net;
using CommunityVoice.Content;
using CommunityVoice.Data;
using CommunityVoice.People;
using CommunityVoice.Web.Wiring;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Account;

/// <summary>The people of the invented place whom anyone may sign in as: only in Development, on this machine, while that place is loaded.</summary>
public sealed class DemoRoles(IHostEnvironment environment, CommunityVoiceDb db)
{
    /// <summary>The pages that exist in Development only lie under this folder.</summary>
    public const string PagesFolder = "/Demo/";

    /// <summary>The roles whose person is loaded, in the order of the file.</summary>
    public async Task<IReadOnlyList<DemoPerson>> LoadedAsync(CancellationToken ct)
    {
        if (!environment.IsDevelopment()) return [];
        var people = DemoFiles.Load(Paths.Content).Place.People.Where(p => p.Role is not null).ToList();
        var emails = people.ConvertAll(p => p.Email.ToUpperInvariant());
        var there = await db.People.Where(p => emails.Contains(p.NormalizedEmail!)).Select(p => p.NormalizedEmail!).ToListAsync(ct);
        return people.FindAll(p => there.Contains(p.Email.ToUpperInvariant()));
    }

    /// <summary>The person of a role, for a request from this machine.</summary>
    public async Task<Person?> FindAsync(string role, HttpContext context, CancellationToken ct)
    {
        if (context.Connection.RemoteIpAddress is not { } address || !IPAddress.IsLoopback(address)) return null;
        if ((await LoadedAsync(ct)).FirstOrDefault(p => p.Role == role) is not { } shown) return null;
        var normal = shown.Email.ToUpperInvariant();
        return await db.People.SingleOrDefaultAsync(p => p.NormalizedEmail == normal, ct);
    }

    /// <summary>One line a role, to print when the site starts.</summary>
    public async Task<IReadOnlyList<string>> LinksAsync(string address, CancellationToken ct) =>
        [.. (await LoadedAsync(ct)).Select(p => $"  {p.Role,-14} {address.TrimEnd('/')}/demo/sign-in/{p.Role}")];
}

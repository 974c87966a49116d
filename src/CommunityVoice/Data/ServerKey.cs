using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityVoice.Data;

/// <summary>A random key of this site for keyed hashes, protected where it lies and shared by every web node.</summary>
public sealed class ServerKey : INeverOnCachedPages
{
    private ServerKey() { } // EF Core

    public ServerKey(string name, string value) => (Name, ProtectedValue) = (name, value);

    public string Name { get; private set; } = "";
    public string ProtectedValue { get; private set; } = "";
}

/// <summary>Hands out the site's keys by name and makes each on first use.</summary>
public sealed class ServerKeys(IServiceScopeFactory scopes, IDataProtectionProvider protection)
{
    private readonly ConcurrentDictionary<string, byte[]> known = new(StringComparer.Ordinal);
    private readonly IDataProtector protector = protection.CreateProtector("CommunityVoice.ServerKeys");

    public async Task<byte[]> GetAsync(string name, CancellationToken ct)
    {
        if (known.TryGetValue(name, out var key)) return key;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CommunityVoiceDb>();
        if (!await db.Set<ServerKey>().AnyAsync(k => k.Name == name, ct))
        {
            db.Add(new ServerKey(name, protector.Protect(Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)))));
            await db.TrySaveAsync(ct); // another node may have been quicker; then its key counts
        }
        var kept = await db.Set<ServerKey>().AsNoTracking().SingleAsync(k => k.Name == name, ct);
        return known[name] = Convert.FromBase64String(protector.Unprotect(kept.ProtectedValue));
    }
}

internal sealed class ServerKeyConfiguration : IEntityTypeConfiguration<ServerKey>
{
    public void Configure(EntityTypeBuilder<ServerKey> key)
    {
        key.HasKey(k => k.Name);
        key.Property(k => k.Name).HasMaxLength(60);
    }
}

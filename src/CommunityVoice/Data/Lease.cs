using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityVoice.Data;

/// <summary>Who does a background job now, and until when: one node at a time, and another takes over when it stops.</summary>
public sealed class Lease : INeverOnCachedPages
{
    private Lease() { } // EF Core

    public Lease(string name, string holder, DateTimeOffset until) => (Name, Holder, Until) = (name, holder, until);

    public string Name { get; private set; } = "";
    public string Holder { get; private set; } = "";
    public DateTimeOffset Until { get; private set; }
}

/// <summary>Takes and renews leases.</summary>
public sealed class Leases(CommunityVoiceDb db, TimeProvider clock)
{
    /// <summary>One id per process.</summary>
    private static readonly string Me = Guid.NewGuid().ToString("N");

    /// <summary>Takes the lease if it is free, ours or run out; answers whether we hold it now.</summary>
    public Task<bool> TryTakeAsync(string name, TimeSpan duration, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return TakeAsync(db.Leases.Where(l => l.Holder == Me || l.Until < now), name, now + duration, ct);
    }

    /// <summary>Takes the lease if it is free or run out, even where it is ours: so a job rests that long between two runs, over restarts and nodes.</summary>
    public Task<bool> TryTakeAnewAsync(string name, TimeSpan rest, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return TakeAsync(db.Leases.Where(l => l.Until <= now), name, now + rest, ct);
    }

    private async Task<bool> TakeAsync(IQueryable<Lease> free, string name, DateTimeOffset until, CancellationToken ct)
    {
        var taken = await free.Where(l => l.Name == name)
            .ExecuteUpdateAsync(set => set.SetProperty(l => l.Holder, Me).SetProperty(l => l.Until, until), ct);
        if (taken == 1) return true;
        if (await db.Leases.AnyAsync(l => l.Name == name, ct)) return false;
        db.Leases.Add(new Lease(name, Me, until));
        return await db.TrySaveAsync(ct);
    }
}

internal sealed class LeaseConfiguration : IEntityTypeConfiguration<Lease>
{
    public void Configure(EntityTypeBuilder<Lease> lease)
    {
        lease.HasKey(l => l.Name);
        lease.Property(l => l.Name).HasMaxLength(60);
        lease.Property(l => l.Holder).HasMaxLength(40);
    }
}

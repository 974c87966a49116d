using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityVoice.Strategies;

/// <summary>What a transfer says: how much, on which day, for what, and where that is written. Action: of which strategy it pays for one, by its number.</summary>
public sealed record TransferFacts(long Pence, DateOnly On, string For, string Source, long? StrategyId = null, int? Action = null);

/// <summary>
/// Money handed from one body at one level to another at another (rule R-I60). It is never changed: one that was wrong is taken back by an entry of the same
/// amount below nothing, with a reason.
/// </summary>
public sealed class ResourceTransfer
{
    public const int ForMaxLength = 120;
    public const int SourceMaxLength = 500;
    public const int ReasonMaxLength = 500;

    private ResourceTransfer() { } // EF Core

    public ResourceTransfer(Body from, Area fromArea, Body to, Area toArea, TransferFacts facts, Guid? byId, DateTimeOffset now)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(facts.Pence, nameof(facts));
        ArgumentException.ThrowIfNullOrWhiteSpace(facts.For, nameof(facts));
        if (from == to && fromArea == toArea) throw new ArgumentException("Money goes to another body or another level.", nameof(to));
        (From, FromArea, To, ToArea, ById, At) = (from, fromArea, to, toArea, byId, now);
        (Pence, On, For, Source, StrategyId, Action) = (facts.Pence, facts.On, facts.For.Trim(), facts.Source.Trim(), facts.StrategyId, facts.StrategyId is null ? null : facts.Action);
    }

    public long Id { get; private set; }
    public long FromId { get; private set; }
    public Body From { get; private set; } = null!;
    public long FromAreaId { get; private set; }
    public Area FromArea { get; private set; } = null!;
    public long ToId { get; private set; }
    public Body To { get; private set; } = null!;
    public long ToAreaId { get; private set; }
    public Area ToArea { get; private set; } = null!;

    /// <summary>Below nothing where it takes another back.</summary>
    public long Pence { get; private set; }
    public DateOnly On { get; private set; }

    /// <summary>The function that it pays for.</summary>
    public string For { get; private set; } = "";

    /// <summary>Where it is written: minutes, an agreement.</summary>
    public string Source { get; private set; } = "";
    public long? StrategyId { get; private set; }
    public Strategy? Strategy { get; private set; }

    /// <summary>The number of the strategy's action it pays for.</summary>
    public int? Action { get; private set; }

    /// <summary>The entry that this one takes back.</summary>
    public long? ReversesId { get; private set; }
    public ResourceTransfer? Reverses { get; private set; }

    /// <summary>Why, where it takes one back.</summary>
    public string? Reason { get; private set; }

    [Personal(DataClass.Profile)]
    public Guid? ById { get; private set; }
    public DateTimeOffset At { get; private set; }

    /// <summary>The entry that takes this one back, from a day on.</summary>
    public ResourceTransfer TakeBack(string reason, DateOnly on, Guid? byId, DateTimeOffset now)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        if (ReversesId is not null || Reverses is not null) throw new InvalidOperationException("What takes back is not taken back: enter the transfer anew.");
        return new ResourceTransfer
        {
            From = From,
            FromArea = FromArea,
            To = To,
            ToArea = ToArea,
            Pence = -Pence,
            On = on,
            For = For,
            Source = Source,
            StrategyId = StrategyId,
            Action = Action,
            Reverses = this,
            Reason = reason.Trim(),
            ById = byId,
            At = now,
        };
    }
}

internal sealed class ResourceTransferConfiguration : IEntityTypeConfiguration<ResourceTransfer>
{
    public void Configure(EntityTypeBuilder<ResourceTransfer> transfer)
    {
        transfer.Property(t => t.For).HasMaxLength(ResourceTransfer.ForMaxLength);
        transfer.Property(t => t.Source).HasMaxLength(ResourceTransfer.SourceMaxLength);
        transfer.Property(t => t.Reason).HasMaxLength(ResourceTransfer.ReasonMaxLength);
        transfer.HasOne(t => t.From).WithMany().HasForeignKey(t => t.FromId).OnDelete(DeleteBehavior.Restrict);
        transfer.HasOne(t => t.FromArea).WithMany().HasForeignKey(t => t.FromAreaId).OnDelete(DeleteBehavior.Restrict);
        transfer.HasOne(t => t.To).WithMany().HasForeignKey(t => t.ToId).OnDelete(DeleteBehavior.Restrict);
        transfer.HasOne(t => t.ToArea).WithMany().HasForeignKey(t => t.ToAreaId).OnDelete(DeleteBehavior.Restrict);
        transfer.HasOne(t => t.Strategy).WithMany().HasForeignKey(t => t.StrategyId).OnDelete(DeleteBehavior.Restrict);
        transfer.HasOne(t => t.Reverses).WithOne().HasForeignKey<ResourceTransfer>(t => t.ReversesId).OnDelete(DeleteBehavior.Restrict); // once at most
        transfer.HasOne<Person>().WithMany().HasForeignKey(t => t.ById).OnDelete(DeleteBehavior.SetNull); // who typed it is forgotten with their account
        transfer.HasIndex(t => new { t.FromAreaId, t.On });
        transfer.HasIndex(t => new { t.ToAreaId, t.On });
        transfer.ToTable(t => t.HasCheckConstraint("CK_ResourceTransfers_Pence", "\"Pence\" <> 0"));
    }
}

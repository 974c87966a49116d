using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityVoice.Bodies;

/// <summary>That a body holds a budget where it has a remit, for what, and between which days (rule R-I57). It never outlasts the remit.</summary>
public sealed class BudgetHolding
{
    public const int ForMaxLength = 200;

    private BudgetHolding() { } // EF Core

    internal BudgetHolding(Remit remit, string @for, DateOnly startsOn, DateOnly? endsOn)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(@for);
        if (endsOn <= startsOn) throw new ArgumentOutOfRangeException(nameof(endsOn), endsOn, "It ends after it starts.");
        (Remit, For, StartsOn, EndsOn) = (remit, @for.Trim(), startsOn, endsOn);
    }

    public long Id { get; private set; }
    public long RemitId { get; private set; }
    public Remit Remit { get; private set; } = null!;

    /// <summary>What it pays for: "Public health, and care at home".</summary>
    public string For { get; private set; } = "";
    public DateOnly StartsOn { get; private set; }

    /// <summary>The first day on which it is held no more; none where no end is set.</summary>
    public DateOnly? EndsOn { get; private set; }

    public bool IsInForceOn(DateOnly day) => StartsOn <= day && (EndsOn is null || day < EndsOn) && Remit.IsInForceOn(day);

    public void End(DateOnly on) => EndsOn = on;
}

internal sealed class BudgetHoldingConfiguration : IEntityTypeConfiguration<BudgetHolding>
{
    public void Configure(EntityTypeBuilder<BudgetHolding> holding)
    {
        holding.Property(h => h.For).HasMaxLength(BudgetHolding.ForMaxLength);
        holding.HasOne(h => h.Remit).WithMany(r => r.Budgets).HasForeignKey(h => h.RemitId);
    }
}

using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Reviews;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityVoice.Strategies;

/// <summary>A body that is asked to write a strategy together with the board whose it is, such as the council (rule R-I24). Once it agreed, its people write too, until it leaves.</summary>
public sealed class StrategyAuthor : CoAuthor
{
    private StrategyAuthor() { } // EF Core

    internal StrategyAuthor(Strategy strategy, Body body, DateTimeOffset now)
        : base(body, now) => (Strategy, StrategyId) = (strategy, strategy.Id);

    public long StrategyId { get; private set; }
    public Strategy Strategy { get; private set; } = null!;

    public override IEnumerable<string> PageTags => [PageTag.Strategy(StrategyId)];

    internal override (string Kind, long Id) Written => (nameof(Strategy), StrategyId);
}

internal sealed class StrategyAuthorConfiguration : IEntityTypeConfiguration<StrategyAuthor>
{
    public void Configure(EntityTypeBuilder<StrategyAuthor> author)
    {
        author.IsCoAuthor();
        author.HasOne(a => a.Strategy).WithMany(s => s.Authors).HasForeignKey(a => a.StrategyId);
        // Whoever left may be asked again, in a row of its own.
        author.HasIndex(a => new { a.StrategyId, a.BodyId }).IsUnique().HasFilter("\"LeftAt\" IS NULL");
    }
}

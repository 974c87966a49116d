using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Discussion;
using CommunityVoice.Frameworks;
using CommunityVoice.People;
using CommunityVoice.Strategies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityVoice.Reviews;

/// <summary>An action of a strategy by the number that it keeps from version to version.</summary>
public sealed record ActionRef(Strategy Strategy, int Number);

/// <summary>Where a discussion that must end stands; worked out from dates and records.</summary>
public enum ThreadState
{
    PastItsDay,
    Open,
    EndedInActions,
    EndedWithout,
}

/// <summary>
/// A thread of comments that is about an item of the guidelines in the area of a review (rule R-I26). It is open until somebody says what it ended in:
/// actions of a strategy, or "no action, because". People may go on talking; what it ended in never changes.
/// </summary>
public sealed class ItemThread : IShownOnPages
{
    public const int ReasonMaxLength = 1000;

    private ItemThread() { } // EF Core

    internal ItemThread(Review review, FrameworkItem item, Comment root, DateOnly endsOn, Body by, Guid byId, DateTimeOffset now)
    {
        if (root.RootId is not null || root.ParentId is not null) throw new ArgumentException("A thread is named by its first comment.", nameof(root));
        if (endsOn < UkTime.Day(now)) throw new ArgumentOutOfRangeException(nameof(endsOn), "The day lies in the past.");
        (Review, ReviewId, Item, ItemId, Root, RootId) = (review, review.Id, item, item.Id, root, root.Id);
        (EndsOn, By, ByBodyId, ById, At) = (endsOn, by, by.Id, byId, now);
    }

    public long Id { get; private set; }
    public long ReviewId { get; private set; }
    public Review Review { get; private set; } = null!;
    public long ItemId { get; private set; }
    public FrameworkItem Item { get; private set; } = null!;

    /// <summary>The first comment of the thread.</summary>
    public long RootId { get; private set; }
    public Comment Root { get; private set; } = null!;

    /// <summary>The day by which somebody says what it ended in.</summary>
    public DateOnly EndsOn { get; private set; }
    public long ByBodyId { get; private set; }
    public Body By { get; private set; } = null!;
    public DateTimeOffset At { get; private set; }

    [Personal(DataClass.Profile)]
    public Guid? ById { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }

    [Personal(DataClass.Profile)]
    public Guid? EndedById { get; private set; }

    /// <summary>Why there is no action; empty where there is one.</summary>
    public string NoActionBecause { get; private set; } = "";
    public int Edits { get; private set; }
    public List<ThreadAction> Actions { get; } = [];

    public IEnumerable<string> PageTags => Root is null ? [PageTag.Review(ReviewId)] : [PageTag.Review(ReviewId), PageTag.Consultation(Root.ConsultationId)];

    public ThreadState StateOn(DateOnly today) => this switch
    {
        { EndedAt: not null, NoActionBecause: "" } => ThreadState.EndedInActions,
        { EndedAt: not null } => ThreadState.EndedWithout,
        _ => EndsOn < today ? ThreadState.PastItsDay : ThreadState.Open,
    };

    /// <summary>Says what it ended in: one action or more, or why there is none, and never both.</summary>
    public void End(IReadOnlyCollection<ActionRef> actions, string noActionBecause, Guid byId, DateTimeOffset now)
    {
        if (EndedAt is not null) throw new InvalidOperationException($"Thread {Id} has ended before.");
        if (actions.Count == 0 == string.IsNullOrWhiteSpace(noActionBecause)) throw new ArgumentException("It ends in actions or in a reason why there is none.", nameof(noActionBecause));
        (EndedAt, EndedById, NoActionBecause, Edits) = (now, byId, noActionBecause, Edits + 1);
        Actions.AddRange(actions.Distinct().Select(a => new ThreadAction(this, a)));
    }
}

/// <summary>An action that a discussion ended in.</summary>
public sealed class ThreadAction : INeverOnCachedPages // its thread, ended with it, names the pages
{
    private ThreadAction() { } // EF Core

    internal ThreadAction(ItemThread thread, ActionRef action) => (Thread, ThreadId, Strategy, StrategyId, Action) = (thread, thread.Id, action.Strategy, action.Strategy.Id, action.Number);

    public long ThreadId { get; private set; }
    public ItemThread Thread { get; private set; } = null!;
    public long StrategyId { get; private set; }
    public Strategy Strategy { get; private set; } = null!;

    /// <summary>The number of the action, which it keeps from version to version.</summary>
    public int Action { get; private set; }
}

internal sealed class ItemThreadConfiguration : IEntityTypeConfiguration<ItemThread>
{
    public void Configure(EntityTypeBuilder<ItemThread> thread)
    {
        thread.ToTable("ItemThreads", t => t.HasCheckConstraint("CK_ItemThreads_Ended", "\"EndedAt\" IS NOT NULL OR \"NoActionBecause\" = ''"));
        thread.Property(t => t.NoActionBecause).HasMaxLength(ItemThread.ReasonMaxLength);
        thread.Property(t => t.Edits).IsConcurrencyToken();
        thread.Ignore(t => t.PageTags);
        thread.HasOne(t => t.Review).WithMany(r => r.Threads).HasForeignKey(t => t.ReviewId);
        thread.HasOne(t => t.Item).WithMany().HasForeignKey(t => t.ItemId).OnDelete(DeleteBehavior.Restrict);
        thread.HasOne(t => t.Root).WithMany().HasForeignKey(t => t.RootId).OnDelete(DeleteBehavior.Restrict);
        thread.HasOne(t => t.By).WithMany().HasForeignKey(t => t.ByBodyId).OnDelete(DeleteBehavior.Restrict);
        thread.HasOne<Person>().WithMany().HasForeignKey(t => t.ById).OnDelete(DeleteBehavior.SetNull);
        thread.HasOne<Person>().WithMany().HasForeignKey(t => t.EndedById).OnDelete(DeleteBehavior.SetNull);
        thread.HasIndex(t => new { t.ReviewId, t.ItemId, t.RootId }).IsUnique();
    }
}

internal sealed class ThreadActionConfiguration : IEntityTypeConfiguration<ThreadAction>
{
    public void Configure(EntityTypeBuilder<ThreadAction> action)
    {
        action.ToTable("ThreadActions").HasKey(a => new { a.ThreadId, a.StrategyId, a.Action });
        action.HasOne(a => a.Thread).WithMany(t => t.Actions).HasForeignKey(a => a.ThreadId);
        action.HasOne(a => a.Strategy).WithMany().HasForeignKey(a => a.StrategyId).OnDelete(DeleteBehavior.Restrict);
    }
}

using System.ComponentModel.DataAnnotations;
using CommunityVoice.Data;
using CommunityVoice.People;
using CommunityVoice.Strategies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityVoice.Skills;

/// <summary>What somebody answers to whoever owns an action.</summary>
public enum HelpAnswer
{
    [Display(Name = "Yes", Description = "They see your name and what you offer, not your e-mail address.")]
    Name,

    [Display(Name = "Yes, and they can write to me", Description = "They see your e-mail address too.")]
    Address,

    [Display(Name = "No", Description = "They do not ask you about this again.")]
    No,
}

/// <summary>
/// Somebody who offers skills, and an action that needs them: asked by whoever owns it, or come by themselves. It goes with the offer.
/// The action is known by its number, which it keeps from version to version.
/// </summary>
public sealed class Helper : INeverOnCachedPages
{
    public const int QuestionMaxLength = 1000;

    private Helper() { } // EF Core

    public Helper(SkillOffer offer, long strategyId, int action) => (Offer, OfferId, PersonId, StrategyId, Action) = (offer, offer.Id, offer.PersonId, strategyId, action);

    public long Id { get; private set; }
    public long OfferId { get; private set; }
    public SkillOffer Offer { get; private set; } = null!;

    [Personal(DataClass.Profile)]
    public Guid PersonId { get; private set; }
    public long StrategyId { get; private set; }
    public Strategy Strategy { get; private set; } = null!;
    public int Action { get; private set; }

    /// <summary>What they were asked through the site.</summary>
    [Personal(DataClass.Contribution)]
    public string Question { get; private set; } = "";
    public DateTimeOffset? AskedAt { get; private set; }

    [Personal(DataClass.Profile)]
    public Guid? AskedById { get; private set; }

    [Personal(DataClass.Profile)]
    public HelpAnswer? Answer { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>Since when there is an answer that nobody who owns the action has looked at.</summary>
    public DateTimeOffset? UnseenSince { get; private set; }

    /// <summary>Whether they can be asked: once, and never after they said no.</summary>
    public bool CanBeAsked => AskedAt is null && Answer is not HelpAnswer.No;

    public void Ask(string question, Guid byId, DateTimeOffset now)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(question);
        if (!CanBeAsked) throw new InvalidOperationException("They were asked before, or said no.");
        (Question, AskedById, AskedAt) = (question, byId, now);
    }

    /// <summary>Answers, or answers anew; false where it says nothing new.</summary>
    public bool Say(HelpAnswer answer, DateTimeOffset now)
    {
        if (Answer == answer) return false;
        // A no to what nobody asked is kept, so that they are not asked, and is no news for anybody.
        (Answer, AnsweredAt, UnseenSince) = (answer, now, answer == HelpAnswer.No && Answer is null && AskedAt is null ? null : now);
        return true;
    }

    public void Seen() => UnseenSince = null;
}

internal sealed class HelperConfiguration : IEntityTypeConfiguration<Helper>
{
    public void Configure(EntityTypeBuilder<Helper> helper)
    {
        helper.ToTable("Helpers");
        helper.Property(h => h.Question).HasMaxLength(Helper.QuestionMaxLength);
        helper.Property(h => h.Answer).HasConversion<string>().HasMaxLength(20);
        helper.Ignore(h => h.CanBeAsked);
        helper.HasOne(h => h.Offer).WithMany().HasForeignKey(h => h.OfferId).OnDelete(DeleteBehavior.Cascade);
        helper.HasOne<Person>().WithMany().HasForeignKey(h => h.PersonId).OnDelete(DeleteBehavior.Cascade);
        helper.HasOne<Person>().WithMany().HasForeignKey(h => h.AskedById).OnDelete(DeleteBehavior.SetNull); // who asked is forgotten with their account
        helper.HasOne(h => h.Strategy).WithMany().HasForeignKey(h => h.StrategyId).OnDelete(DeleteBehavior.Restrict);
        helper.HasIndex(h => new { h.OfferId, h.StrategyId, h.Action }).IsUnique();
        helper.HasIndex(h => new { h.StrategyId, h.Action });
    }
}

using CommunityVoice.Data;
using CommunityVoice.Strategies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityVoice.Skills;

/// <summary>An action needs a skill of <see cref="SkillList"/>.</summary>
public sealed class ActionSkill : INeverOnCachedPages // its version, edited with it, names the pages
{
    private ActionSkill() { } // EF Core

    internal ActionSkill(StrategyAction action, string code) => (Action, ActionId, Code) = (action, action.Id, code);

    public long ActionId { get; private set; }
    public StrategyAction Action { get; private set; } = null!;
    public string Code { get; private set; } = "";
}

internal sealed class ActionSkillConfiguration : IEntityTypeConfiguration<ActionSkill>
{
    public void Configure(EntityTypeBuilder<ActionSkill> skill)
    {
        skill.HasKey(s => new { s.ActionId, s.Code });
        skill.Property(s => s.Code).HasMaxLength(SkillList.CodeMaxLength);
        skill.HasOne(s => s.Action).WithMany(a => a.Skills).HasForeignKey(s => s.ActionId);
        skill.HasIndex(s => s.Code);
    }
}

using CommunityVoice.Determinants;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityVoice.Strategies;

internal sealed class StrategyConfiguration : IEntityTypeConfiguration<Strategy>
{
    public void Configure(EntityTypeBuilder<Strategy> strategy)
    {
        strategy.Property(s => s.Slug).HasMaxLength(Strategy.SlugMaxLength);
        strategy.Ignore(s => s.PageTags);
        strategy.HasOne(s => s.Area).WithMany().HasForeignKey(s => s.AreaId).OnDelete(DeleteBehavior.Restrict);
        strategy.HasOne(s => s.By).WithMany().HasForeignKey(s => s.ById).OnDelete(DeleteBehavior.Restrict);
        strategy.HasOne(s => s.Framework).WithMany().HasForeignKey(s => s.FrameworkId).OnDelete(DeleteBehavior.Restrict);
        strategy.HasIndex(s => s.Slug).IsUnique();
    }
}

internal sealed class StrategyVersionConfiguration : IEntityTypeConfiguration<StrategyVersion>
{
    public void Configure(EntityTypeBuilder<StrategyVersion> version)
    {
        version.Property(v => v.Title).HasMaxLength(StrategyVersion.TitleMaxLength);
        version.Property(v => v.Why).HasMaxLength(StrategyVersion.WhyMaxLength);
        version.Property(v => v.About).HasMaxLength(StrategyVersion.TextMaxLength);
        version.Property(v => v.Focus).HasMaxLength(StrategyVersion.FocusMaxLength);
        version.HasIndex(v => v.FocusYear);
        version.Property(v => v.OtherPlans).HasMaxLength(StrategyVersion.TextMaxLength);
        version.Property(v => v.BodiesInvolved).HasMaxLength(StrategyVersion.InvolvedMaxLength);
        version.Property(v => v.PeopleInvolved).HasMaxLength(StrategyVersion.InvolvedMaxLength);
        version.Property(v => v.Edits).IsConcurrencyToken();
        version.Ignore(v => v.PageTags).Ignore(v => v.IsDraft).Ignore(v => v.ActionsInOrder).Ignore(v => v.LinesInOrder).Ignore(v => v.Measured).Ignore(v => v.Orphans).Ignore(v => v.PlansInOrder);
        version.HasOne(v => v.Strategy).WithMany(s => s.Versions).HasForeignKey(v => v.StrategyId);
        version.HasIndex(v => new { v.StrategyId, v.Number }).IsUnique();
    }
}

internal sealed class StrategyActionConfiguration : IEntityTypeConfiguration<StrategyAction>
{
    public void Configure(EntityTypeBuilder<StrategyAction> action)
    {
        action.ToTable("StrategyActions");
        action.Property(a => a.Title).HasMaxLength(StrategyAction.TitleMaxLength);
        action.Property(a => a.WhatWillBeDone).HasMaxLength(StrategyAction.TextMaxLength);
        action.Property(a => a.Class).HasConversion<string>().HasMaxLength(20);
        action.Property(a => a.Level).HasConversion<string>().HasMaxLength(20);
        action.Property(a => a.Shift).HasMaxLength(BudgetLine.CodeMaxLength);
        action.Property(a => a.Determinants).HasMaxLength(DeterminantList.MarksMaxLength);
        action.Property(a => a.Alignment).HasMaxLength(StrategyAction.ShortMaxLength);
        action.Property(a => a.Horizon).HasConversion<string>().HasMaxLength(20);
        action.Property(a => a.OwnerKind).HasConversion<string>().HasMaxLength(20);
        foreach (var text in new[] { nameof(StrategyAction.CouldBeLower), nameof(StrategyAction.Measure), nameof(StrategyAction.Baseline), nameof(StrategyAction.Target), nameof(StrategyAction.NationalAsk), nameof(StrategyAction.NoFindingReason), nameof(StrategyAction.UnfundedReason) })
        {
            action.Property<string>(text).HasMaxLength(StrategyAction.ShortMaxLength);
        }
        action.Ignore(a => a.Serves).Ignore(a => a.RestsOn).Ignore(a => a.Facts);
        action.HasOne(a => a.Version).WithMany(v => v.Actions).HasForeignKey(a => a.VersionId);
        action.HasOne(a => a.Owner).WithMany().HasForeignKey(a => a.OwnerId).OnDelete(DeleteBehavior.Restrict);
        action.HasIndex(a => new { a.VersionId, a.Number }).IsUnique();
    }
}

internal sealed class ActionItemConfiguration : IEntityTypeConfiguration<ActionItem>
{
    public void Configure(EntityTypeBuilder<ActionItem> link)
    {
        link.HasKey(l => new { l.ActionId, l.ItemId });
        link.HasOne(l => l.Action).WithMany(a => a.Items).HasForeignKey(l => l.ActionId);
        link.HasOne(l => l.Item).WithMany().HasForeignKey(l => l.ItemId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ActionFindingConfiguration : IEntityTypeConfiguration<ActionFinding>
{
    public void Configure(EntityTypeBuilder<ActionFinding> link)
    {
        link.HasKey(l => new { l.ActionId, l.FindingId });
        link.HasOne(l => l.Action).WithMany(a => a.Findings).HasForeignKey(l => l.ActionId);
        link.HasOne(l => l.Finding).WithMany().HasForeignKey(l => l.FindingId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class BudgetLineConfiguration : IEntityTypeConfiguration<BudgetLine>
{
    public void Configure(EntityTypeBuilder<BudgetLine> line)
    {
        line.Property(l => l.Title).HasMaxLength(BudgetLine.TitleMaxLength);
        line.Property(l => l.Source).HasMaxLength(BudgetLine.NameMaxLength);
        line.Property(l => l.Recipient).HasMaxLength(BudgetLine.NameMaxLength);
        line.Property(l => l.FromSetting).HasMaxLength(BudgetLine.CodeMaxLength);
        line.Property(l => l.ToSetting).HasMaxLength(BudgetLine.CodeMaxLength);
        line.Property(l => l.RecipientKind).HasMaxLength(BudgetLine.CodeMaxLength);
        line.Property(l => l.OwnShift).HasMaxLength(BudgetLine.CodeMaxLength);
        line.Property(l => l.Level).HasConversion<string>().HasMaxLength(20);
        line.Property(l => l.Reporting).HasConversion<string>().HasMaxLength(20);
        line.Property(l => l.RiskAccepted).HasMaxLength(BudgetLine.RiskMaxLength);
        line.Ignore(l => l.Serves).Ignore(l => l.Own).Ignore(l => l.Facts).Ignore(l => l.Months).Ignore(l => l.Years).Ignore(l => l.PenceAYear).Ignore(l => l.Terms).Ignore(l => l.Shift).Ignore(l => l.SourceName).Ignore(l => l.RecipientName);
        line.HasOne(l => l.Version).WithMany(v => v.Lines).HasForeignKey(l => l.VersionId);
        line.HasOne(l => l.Action).WithMany().HasForeignKey(l => l.ActionId).OnDelete(DeleteBehavior.SetNull);
        line.HasOne(l => l.Payer).WithMany().HasForeignKey(l => l.PayerId).OnDelete(DeleteBehavior.Restrict);
        line.HasOne(l => l.Payee).WithMany().HasForeignKey(l => l.PayeeId).OnDelete(DeleteBehavior.Restrict);
        line.HasIndex(l => new { l.VersionId, l.Number }).IsUnique();
        line.ToTable(t =>
        {
            t.HasCheckConstraint("CK_BudgetLines_Pence", "\"Pence\" > 0");
            t.HasCheckConstraint("CK_BudgetLines_Unrestricted", "\"Unrestricted\" BETWEEN 0 AND 100");
        });
    }
}

internal sealed class LineItemConfiguration : IEntityTypeConfiguration<LineItem>
{
    public void Configure(EntityTypeBuilder<LineItem> link)
    {
        link.HasKey(l => new { l.LineId, l.ItemId });
        link.HasOne(l => l.Line).WithMany(l => l.Items).HasForeignKey(l => l.LineId);
        link.HasOne(l => l.Item).WithMany().HasForeignKey(l => l.ItemId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class GapNoteConfiguration : IEntityTypeConfiguration<GapNote>
{
    public void Configure(EntityTypeBuilder<GapNote> note)
    {
        note.HasKey(n => new { n.StrategyId, n.ItemId });
        note.Property(n => n.Words).HasMaxLength(GapNote.MaxLength);
        note.Ignore(n => n.PageTags);
        note.HasOne(n => n.Strategy).WithMany(s => s.GapNotes).HasForeignKey(n => n.StrategyId);
        note.HasOne(n => n.Item).WithMany().HasForeignKey(n => n.ItemId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ActionReportConfiguration : IEntityTypeConfiguration<ActionReport>
{
    public void Configure(EntityTypeBuilder<ActionReport> report)
    {
        report.ToTable("ActionReports", t => t.HasCheckConstraint(
            "CK_ActionReports_Done", "\"State\" <> 'Done' OR (LENGTH(\"Before\") > 0 AND LENGTH(\"Now\") > 0 AND LENGTH(\"Evidence\") > 0)"));
        report.Property(r => r.State).HasConversion<string>().HasMaxLength(20);
        foreach (var text in new[] { nameof(ActionReport.Before), nameof(ActionReport.Now), nameof(ActionReport.Evidence), nameof(ActionReport.Reason) })
        {
            report.Property<string>(text).HasMaxLength(ActionReport.TextMaxLength);
        }
        report.Ignore(r => r.PageTags);
        report.HasOne(r => r.Strategy).WithMany(s => s.Reports).HasForeignKey(r => r.StrategyId);
        report.HasIndex(r => new { r.StrategyId, r.Action, r.At });
    }
}

internal sealed class LocalMeasureConfiguration : IEntityTypeConfiguration<LocalMeasure>
{
    public void Configure(EntityTypeBuilder<LocalMeasure> measure)
    {
        measure.ToTable("LocalMeasures").HasKey(m => new { m.VersionId, m.ItemId });
        foreach (var text in new[] { nameof(LocalMeasure.Measure), nameof(LocalMeasure.Baseline), nameof(LocalMeasure.Target) })
        {
            measure.Property<string>(text).HasMaxLength(LocalMeasure.TextMaxLength);
        }
        measure.Ignore(m => m.Facts);
        measure.HasOne(m => m.Version).WithMany(v => v.Measures).HasForeignKey(m => m.VersionId);
        measure.HasOne(m => m.Item).WithMany().HasForeignKey(m => m.ItemId).OnDelete(DeleteBehavior.Restrict);
        measure.HasOne(m => m.Owner).WithMany().HasForeignKey(m => m.OwnerId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RelatedPlanConfiguration : IEntityTypeConfiguration<RelatedPlan>
{
    public void Configure(EntityTypeBuilder<RelatedPlan> plan)
    {
        plan.ToTable("RelatedPlans");
        plan.Property(p => p.Title).HasMaxLength(RelatedPlan.TitleMaxLength);
        plan.Property(p => p.Kind).HasMaxLength(RelatedPlan.NameMaxLength);
        plan.Property(p => p.By).HasMaxLength(RelatedPlan.NameMaxLength);
        plan.Property(p => p.Address).HasMaxLength(RelatedPlan.AddressMaxLength);
        plan.Property(p => p.NextStep).HasMaxLength(RelatedPlan.StepMaxLength);
        plan.Ignore(p => p.Facts);
        plan.HasOne(p => p.Version).WithMany(v => v.Plans).HasForeignKey(p => p.VersionId);
    }
}

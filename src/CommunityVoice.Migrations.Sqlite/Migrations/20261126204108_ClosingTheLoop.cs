using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CommunityVoice.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class ClosingTheLoop : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RenameColumn(
                name: "IsRestricted",
                table: "BudgetLines",
                newName: "Unrestricted");

            migrationBuilder.AddColumn<string>(
                name: "ElectionPeriod",
                table: "SummaryVersions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ElectionReason",
                table: "SummaryVersions",
                type: "TEXT",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "BodiesInvolved",
                table: "StrategyVersions",
                type: "TEXT",
                maxLength: 4000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "PeopleInvolved",
                table: "StrategyVersions",
                type: "TEXT",
                maxLength: 4000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "NationalAsk",
                table: "StrategyActions",
                type: "TEXT",
                maxLength: 500,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "OwnerKind",
                table: "StrategyActions",
                type: "TEXT",
                maxLength: 20,
                nullable: false,
                defaultValue: "Body");

            migrationBuilder.AddColumn<long>(
                name: "UnreachableSince",
                table: "Readers",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Delivery",
                table: "Letters",
                type: "TEXT",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "DeliveryToldAt",
                table: "Letters",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "CitedDocument",
                table: "ItemJudgements",
                type: "TEXT",
                maxLength: 300,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "CitedPage",
                table: "ItemJudgements",
                type: "TEXT",
                maxLength: 80,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "CitedQuote",
                table: "ItemJudgements",
                type: "TEXT",
                maxLength: 2000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "CitedVersionId",
                table: "ItemJudgements",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Partners",
                table: "ItemJudgements",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "ElectionPeriod",
                table: "Consultations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ElectionReason",
                table: "Consultations",
                type: "TEXT",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Level",
                table: "BudgetLines",
                type: "TEXT",
                maxLength: 20,
                nullable: false,
                defaultValue: "Place");

            migrationBuilder.AddColumn<string>(
                name: "Reporting",
                table: "BudgetLines",
                type: "TEXT",
                maxLength: 20,
                nullable: false,
                defaultValue: "None");

            migrationBuilder.AddColumn<string>(
                name: "RiskAccepted",
                table: "BudgetLines",
                type: "TEXT",
                maxLength: 500,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "OrganisationId",
                table: "Bodies",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "AssessmentId",
                table: "BallotOutcomes",
                type: "INTEGER",
                nullable: false,
                defaultValue: -1L);

            migrationBuilder.CreateTable(
                name: "ActionReports",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    StrategyId = table.Column<long>(type: "INTEGER", nullable: false),
                    Action = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Before = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Now = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Evidence = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    ById = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ActionReports", x => x.Id);
                    table.CheckConstraint("CK_ActionReports_Done", "\"State\" <> 'Done' OR (LENGTH(\"Before\") > 0 AND LENGTH(\"Now\") > 0 AND LENGTH(\"Evidence\") > 0)");
                    table.ForeignKey(
                        name: "FK_ActionReports_Strategies_StrategyId",
                        column: x => x.StrategyId,
                        principalTable: "Strategies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AgreedImpacts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ReviewId = table.Column<long>(type: "INTEGER", nullable: false),
                    ItemId = table.Column<long>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    ByBodyId = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    ById = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AgreedImpacts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AgreedImpacts_Bodies_ByBodyId",
                        column: x => x.ByBodyId,
                        principalTable: "Bodies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AgreedImpacts_FrameworkItems_ItemId",
                        column: x => x.ItemId,
                        principalTable: "FrameworkItems",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AgreedImpacts_People_ById",
                        column: x => x.ById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_AgreedImpacts_Reviews_ReviewId",
                        column: x => x.ReviewId,
                        principalTable: "Reviews",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AnnualReports",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ById = table.Column<long>(type: "INTEGER", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Slug = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    InShort = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: false),
                    WhatItShows = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: false),
                    WhatNext = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: false),
                    Figures = table.Column<string>(type: "TEXT", nullable: false),
                    FiguresAt = table.Column<long>(type: "INTEGER", nullable: false),
                    StartedById = table.Column<Guid>(type: "TEXT", nullable: false),
                    StartedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    PublishedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    PublishedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    Correction = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Edits = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AnnualReports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AnnualReports_Bodies_ById",
                        column: x => x.ById,
                        principalTable: "Bodies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ElectionPeriods",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AreaId = table.Column<long>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    StartsOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EndsOn = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ElectionPeriods", x => x.Id);
                    table.CheckConstraint("CK_ElectionPeriods_Days", "\"StartsOn\" <= \"EndsOn\"");
                    table.ForeignKey(
                        name: "FK_ElectionPeriods_Areas_AreaId",
                        column: x => x.AreaId,
                        principalTable: "Areas",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "HeardTables",
                columns: table => new
                {
                    ConsultationId = table.Column<long>(type: "INTEGER", nullable: false),
                    PublishedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    People = table.Column<int>(type: "INTEGER", nullable: false),
                    CountedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Stamp = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    AssessmentId = table.Column<long>(type: "INTEGER", nullable: false),
                    Tables = table.Column<string>(type: "TEXT", nullable: false),
                    Kept = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HeardTables", x => x.ConsultationId);
                    table.ForeignKey(
                        name: "FK_HeardTables_Consultations_ConsultationId",
                        column: x => x.ConsultationId,
                        principalTable: "Consultations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "LocalMeasures",
                columns: table => new
                {
                    VersionId = table.Column<long>(type: "INTEGER", nullable: false),
                    ItemId = table.Column<long>(type: "INTEGER", nullable: false),
                    Measure = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Baseline = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Target = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    OwnerId = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LocalMeasures", x => new { x.VersionId, x.ItemId });
                    table.ForeignKey(
                        name: "FK_LocalMeasures_Bodies_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "Bodies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_LocalMeasures_FrameworkItems_ItemId",
                        column: x => x.ItemId,
                        principalTable: "FrameworkItems",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_LocalMeasures_StrategyVersions_VersionId",
                        column: x => x.VersionId,
                        principalTable: "StrategyVersions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "NeedsAssessments",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AreaId = table.Column<long>(type: "INTEGER", nullable: false),
                    FromId = table.Column<long>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    PublishedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Link = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Source = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    InShort = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    RecordedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    RecordedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    TakenBackAt = table.Column<long>(type: "INTEGER", nullable: true),
                    TakenBackById = table.Column<Guid>(type: "TEXT", nullable: true),
                    TakenBackReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Edits = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NeedsAssessments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_NeedsAssessments_Areas_AreaId",
                        column: x => x.AreaId,
                        principalTable: "Areas",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_NeedsAssessments_Bodies_FromId",
                        column: x => x.FromId,
                        principalTable: "Bodies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_NeedsAssessments_People_RecordedById",
                        column: x => x.RecordedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_NeedsAssessments_People_TakenBackById",
                        column: x => x.TakenBackById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "PlannedGroups",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ConsultationId = table.Column<long>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Voice = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    Why = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    How = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Aim = table.Column<int>(type: "INTEGER", nullable: true),
                    AddedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlannedGroups", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PlannedGroups_Consultations_ConsultationId",
                        column: x => x.ConsultationId,
                        principalTable: "Consultations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PublicEvents",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ConsultationId = table.Column<long>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    StartsAt = table.Column<long>(type: "INTEGER", nullable: false),
                    EndsAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    JoinLink = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    HowToJoin = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    AccessNeeds = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    AddedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    MovedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Moves = table.Column<int>(type: "INTEGER", nullable: false),
                    CancelledAt = table.Column<long>(type: "INTEGER", nullable: true),
                    CancelledBecause = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PublicEvents", x => x.Id);
                    table.CheckConstraint("CK_PublicEvents_Times", "\"StartsAt\" < \"EndsAt\"");
                    table.ForeignKey(
                        name: "FK_PublicEvents_Consultations_ConsultationId",
                        column: x => x.ConsultationId,
                        principalTable: "Consultations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "RelatedPlans",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    VersionId = table.Column<long>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    Address = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    NextStep = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    NextOn = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RelatedPlans", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RelatedPlans_StrategyVersions_VersionId",
                        column: x => x.VersionId,
                        principalTable: "StrategyVersions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ReviewMeetings",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ReviewId = table.Column<long>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    StartsAt = table.Column<long>(type: "INTEGER", nullable: false),
                    EndsAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    JoinLink = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    HowToJoin = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    AccessNeeds = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    CancelledAt = table.Column<long>(type: "INTEGER", nullable: true),
                    CancelledBecause = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReviewMeetings", x => x.Id);
                    table.CheckConstraint("CK_ReviewMeetings_Times", "\"StartsAt\" < \"EndsAt\"");
                    table.ForeignKey(
                        name: "FK_ReviewMeetings_Reviews_ReviewId",
                        column: x => x.ReviewId,
                        principalTable: "Reviews",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ReviewPartners",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ReviewId = table.Column<long>(type: "INTEGER", nullable: false),
                    BodyId = table.Column<long>(type: "INTEGER", nullable: false),
                    AskedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    SignedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    SignedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    DeclinedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    DeclinedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    DeclineReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Edits = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReviewPartners", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReviewPartners_Bodies_BodyId",
                        column: x => x.BodyId,
                        principalTable: "Bodies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReviewPartners_People_DeclinedById",
                        column: x => x.DeclinedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_ReviewPartners_People_SignedById",
                        column: x => x.SignedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_ReviewPartners_Reviews_ReviewId",
                        column: x => x.ReviewId,
                        principalTable: "Reviews",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ImpactParties",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ImpactId = table.Column<long>(type: "INTEGER", nullable: false),
                    BodyId = table.Column<long>(type: "INTEGER", nullable: false),
                    AskedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    SignedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    SignedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    DeclinedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    DeclinedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    DeclineReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Edits = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImpactParties", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ImpactParties_AgreedImpacts_ImpactId",
                        column: x => x.ImpactId,
                        principalTable: "AgreedImpacts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ImpactParties_Bodies_BodyId",
                        column: x => x.BodyId,
                        principalTable: "Bodies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ImpactParties_People_DeclinedById",
                        column: x => x.DeclinedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_ImpactParties_People_SignedById",
                        column: x => x.SignedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "RevisionQuestions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AssessmentId = table.Column<long>(type: "INTEGER", nullable: false),
                    StrategyId = table.Column<long>(type: "INTEGER", nullable: false),
                    VersionId = table.Column<long>(type: "INTEGER", nullable: false),
                    Revises = table.Column<bool>(type: "INTEGER", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    DecidedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    DecidedForId = table.Column<long>(type: "INTEGER", nullable: true),
                    DecidedById = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RevisionQuestions", x => x.Id);
                    table.CheckConstraint("CK_RevisionQuestions_Decision", "(\"DecidedAt\" IS NULL) = (\"Reason\" IS NULL) AND (\"DecidedAt\" IS NULL) = (\"Revises\" IS NULL) AND (\"DecidedAt\" IS NULL) = (\"DecidedForId\" IS NULL)");
                    table.ForeignKey(
                        name: "FK_RevisionQuestions_Bodies_DecidedForId",
                        column: x => x.DecidedForId,
                        principalTable: "Bodies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RevisionQuestions_NeedsAssessments_AssessmentId",
                        column: x => x.AssessmentId,
                        principalTable: "NeedsAssessments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_RevisionQuestions_People_DecidedById",
                        column: x => x.DecidedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_RevisionQuestions_Strategies_StrategyId",
                        column: x => x.StrategyId,
                        principalTable: "Strategies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RevisionQuestions_StrategyVersions_VersionId",
                        column: x => x.VersionId,
                        principalTable: "StrategyVersions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ItemJudgements_CitedVersionId",
                table: "ItemJudgements",
                column: "CitedVersionId");

            // "For one purpose only" was no part of it; otherwise whoever got it decided on all.
            migrationBuilder.Sql("""UPDATE "BudgetLines" SET "Unrestricted" = CASE WHEN "Unrestricted" THEN 0 ELSE 100 END;""");

            migrationBuilder.AddCheckConstraint(
                name: "CK_BudgetLines_Unrestricted",
                table: "BudgetLines",
                sql: "\"Unrestricted\" BETWEEN 0 AND 100");

            migrationBuilder.CreateIndex(
                name: "IX_ActionReports_StrategyId_Action_At",
                table: "ActionReports",
                columns: new[] { "StrategyId", "Action", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_AgreedImpacts_ByBodyId",
                table: "AgreedImpacts",
                column: "ByBodyId");

            migrationBuilder.CreateIndex(
                name: "IX_AgreedImpacts_ById",
                table: "AgreedImpacts",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_AgreedImpacts_ItemId",
                table: "AgreedImpacts",
                column: "ItemId");

            migrationBuilder.CreateIndex(
                name: "IX_AgreedImpacts_ReviewId",
                table: "AgreedImpacts",
                column: "ReviewId");

            migrationBuilder.CreateIndex(
                name: "IX_AnnualReports_ById_Year_Number",
                table: "AnnualReports",
                columns: new[] { "ById", "Year", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AnnualReports_Slug_Number",
                table: "AnnualReports",
                columns: new[] { "Slug", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ElectionPeriods_AreaId_Name_StartsOn",
                table: "ElectionPeriods",
                columns: new[] { "AreaId", "Name", "StartsOn" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ImpactParties_BodyId",
                table: "ImpactParties",
                column: "BodyId");

            migrationBuilder.CreateIndex(
                name: "IX_ImpactParties_DeclinedById",
                table: "ImpactParties",
                column: "DeclinedById");

            migrationBuilder.CreateIndex(
                name: "IX_ImpactParties_ImpactId_BodyId",
                table: "ImpactParties",
                columns: new[] { "ImpactId", "BodyId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ImpactParties_SignedById",
                table: "ImpactParties",
                column: "SignedById");

            migrationBuilder.CreateIndex(
                name: "IX_LocalMeasures_ItemId",
                table: "LocalMeasures",
                column: "ItemId");

            migrationBuilder.CreateIndex(
                name: "IX_LocalMeasures_OwnerId",
                table: "LocalMeasures",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_NeedsAssessments_AreaId",
                table: "NeedsAssessments",
                column: "AreaId");

            migrationBuilder.CreateIndex(
                name: "IX_NeedsAssessments_FromId",
                table: "NeedsAssessments",
                column: "FromId");

            migrationBuilder.CreateIndex(
                name: "IX_NeedsAssessments_RecordedById",
                table: "NeedsAssessments",
                column: "RecordedById");

            migrationBuilder.CreateIndex(
                name: "IX_NeedsAssessments_TakenBackById",
                table: "NeedsAssessments",
                column: "TakenBackById");

            migrationBuilder.CreateIndex(
                name: "IX_PlannedGroups_ConsultationId_Name",
                table: "PlannedGroups",
                columns: new[] { "ConsultationId", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PlannedGroups_ConsultationId_Voice",
                table: "PlannedGroups",
                columns: new[] { "ConsultationId", "Voice" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PublicEvents_ConsultationId_StartsAt",
                table: "PublicEvents",
                columns: new[] { "ConsultationId", "StartsAt" });

            migrationBuilder.CreateIndex(
                name: "IX_RelatedPlans_VersionId",
                table: "RelatedPlans",
                column: "VersionId");

            migrationBuilder.CreateIndex(
                name: "IX_ReviewMeetings_ReviewId_StartsAt",
                table: "ReviewMeetings",
                columns: new[] { "ReviewId", "StartsAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ReviewPartners_BodyId",
                table: "ReviewPartners",
                column: "BodyId");

            migrationBuilder.CreateIndex(
                name: "IX_ReviewPartners_DeclinedById",
                table: "ReviewPartners",
                column: "DeclinedById");

            migrationBuilder.CreateIndex(
                name: "IX_ReviewPartners_ReviewId_BodyId",
                table: "ReviewPartners",
                columns: new[] { "ReviewId", "BodyId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReviewPartners_SignedById",
                table: "ReviewPartners",
                column: "SignedById");

            migrationBuilder.CreateIndex(
                name: "IX_RevisionQuestions_AssessmentId_StrategyId",
                table: "RevisionQuestions",
                columns: new[] { "AssessmentId", "StrategyId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RevisionQuestions_DecidedById",
                table: "RevisionQuestions",
                column: "DecidedById");

            migrationBuilder.CreateIndex(
                name: "IX_RevisionQuestions_DecidedForId",
                table: "RevisionQuestions",
                column: "DecidedForId");

            migrationBuilder.CreateIndex(
                name: "IX_RevisionQuestions_StrategyId",
                table: "RevisionQuestions",
                column: "StrategyId");

            migrationBuilder.CreateIndex(
                name: "IX_RevisionQuestions_VersionId",
                table: "RevisionQuestions",
                column: "VersionId");

            migrationBuilder.AddForeignKey(
                name: "FK_ItemJudgements_DocumentVersions_CitedVersionId",
                table: "ItemJudgements",
                column: "CitedVersionId",
                principalTable: "DocumentVersions",
                principalColumn: "Id",
                onDelete: ReferentialAction.SetNull);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""UPDATE "BudgetLines" SET "Unrestricted" = ("Unrestricted" = 0);""");

            migrationBuilder.DropForeignKey(
                name: "FK_ItemJudgements_DocumentVersions_CitedVersionId",
                table: "ItemJudgements");

            migrationBuilder.DropTable(
                name: "ActionReports");

            migrationBuilder.DropTable(
                name: "AnnualReports");

            migrationBuilder.DropTable(
                name: "ElectionPeriods");

            migrationBuilder.DropTable(
                name: "HeardTables");

            migrationBuilder.DropTable(
                name: "ImpactParties");

            migrationBuilder.DropTable(
                name: "LocalMeasures");

            migrationBuilder.DropTable(
                name: "PlannedGroups");

            migrationBuilder.DropTable(
                name: "PublicEvents");

            migrationBuilder.DropTable(
                name: "RelatedPlans");

            migrationBuilder.DropTable(
                name: "ReviewMeetings");

            migrationBuilder.DropTable(
                name: "ReviewPartners");

            migrationBuilder.DropTable(
                name: "RevisionQuestions");

            migrationBuilder.DropTable(
                name: "AgreedImpacts");

            migrationBuilder.DropTable(
                name: "NeedsAssessments");

            migrationBuilder.DropIndex(
                name: "IX_ItemJudgements_CitedVersionId",
                table: "ItemJudgements");

            migrationBuilder.DropCheckConstraint(
                name: "CK_BudgetLines_Unrestricted",
                table: "BudgetLines");

            migrationBuilder.DropColumn(
                name: "ElectionPeriod",
                table: "SummaryVersions");

            migrationBuilder.DropColumn(
                name: "ElectionReason",
                table: "SummaryVersions");

            migrationBuilder.DropColumn(
                name: "BodiesInvolved",
                table: "StrategyVersions");

            migrationBuilder.DropColumn(
                name: "PeopleInvolved",
                table: "StrategyVersions");

            migrationBuilder.DropColumn(
                name: "NationalAsk",
                table: "StrategyActions");

            migrationBuilder.DropColumn(
                name: "OwnerKind",
                table: "StrategyActions");

            migrationBuilder.DropColumn(
                name: "UnreachableSince",
                table: "Readers");

            migrationBuilder.DropColumn(
                name: "Delivery",
                table: "Letters");

            migrationBuilder.DropColumn(
                name: "DeliveryToldAt",
                table: "Letters");

            migrationBuilder.DropColumn(
                name: "CitedDocument",
                table: "ItemJudgements");

            migrationBuilder.DropColumn(
                name: "CitedPage",
                table: "ItemJudgements");

            migrationBuilder.DropColumn(
                name: "CitedQuote",
                table: "ItemJudgements");

            migrationBuilder.DropColumn(
                name: "CitedVersionId",
                table: "ItemJudgements");

            migrationBuilder.DropColumn(
                name: "Partners",
                table: "ItemJudgements");

            migrationBuilder.DropColumn(
                name: "ElectionPeriod",
                table: "Consultations");

            migrationBuilder.DropColumn(
                name: "ElectionReason",
                table: "Consultations");

            migrationBuilder.DropColumn(
                name: "Level",
                table: "BudgetLines");

            migrationBuilder.DropColumn(
                name: "Reporting",
                table: "BudgetLines");

            migrationBuilder.DropColumn(
                name: "RiskAccepted",
                table: "BudgetLines");

            migrationBuilder.DropColumn(
                name: "OrganisationId",
                table: "Bodies");

            migrationBuilder.DropColumn(
                name: "AssessmentId",
                table: "BallotOutcomes");

            migrationBuilder.RenameColumn(
                name: "Unrestricted",
                table: "BudgetLines",
                newName: "IsRestricted");
        }
    }
}

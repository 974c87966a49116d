using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CommunityVoice.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class StrategyTerms : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RenameColumn(
                name: "IsRestricted",
                table: "BudgetLines",
                newName: "Unrestricted");

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
                name: "IX_LocalMeasures_ItemId",
                table: "LocalMeasures",
                column: "ItemId");

            migrationBuilder.CreateIndex(
                name: "IX_LocalMeasures_OwnerId",
                table: "LocalMeasures",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_RelatedPlans_VersionId",
                table: "RelatedPlans",
                column: "VersionId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""UPDATE "BudgetLines" SET "Unrestricted" = ("Unrestricted" = 0);""");

            migrationBuilder.DropTable(
                name: "ActionReports");

            migrationBuilder.DropTable(
                name: "LocalMeasures");

            migrationBuilder.DropTable(
                name: "RelatedPlans");

            migrationBuilder.DropCheckConstraint(
                name: "CK_BudgetLines_Unrestricted",
                table: "BudgetLines");

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
                name: "Level",
                table: "BudgetLines");

            migrationBuilder.DropColumn(
                name: "Reporting",
                table: "BudgetLines");

            migrationBuilder.DropColumn(
                name: "RiskAccepted",
                table: "BudgetLines");

            migrationBuilder.RenameColumn(
                name: "Unrestricted",
                table: "BudgetLines",
                newName: "IsRestricted");
        }
    }
}

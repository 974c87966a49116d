using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CommunityVoice.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class FocusThreadsStancesExemplars : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Focus",
                table: "StrategyVersions",
                type: "TEXT",
                maxLength: 300,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "FocusYear",
                table: "StrategyVersions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Alignment",
                table: "StrategyActions",
                type: "TEXT",
                maxLength: 500,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Horizon",
                table: "StrategyActions",
                type: "TEXT",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Stance",
                table: "Codings",
                type: "TEXT",
                maxLength: 20,
                nullable: false,
                defaultValue: "Neither");

            migrationBuilder.CreateTable(
                name: "Exemplars",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AreaId = table.Column<long>(type: "INTEGER", nullable: false),
                    ByBodyId = table.Column<long>(type: "INTEGER", nullable: false),
                    ItemId = table.Column<long>(type: "INTEGER", nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    Figure = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Before = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    BeforeOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    After = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    AfterOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Method = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Link = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    ById = table.Column<Guid>(type: "TEXT", nullable: true),
                    TakenBackAt = table.Column<long>(type: "INTEGER", nullable: true),
                    TakenBackReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Exemplars", x => x.Id);
                    table.CheckConstraint("CK_Exemplars_Days", "\"BeforeOn\" < \"AfterOn\"");
                    table.ForeignKey(
                        name: "FK_Exemplars_Areas_AreaId",
                        column: x => x.AreaId,
                        principalTable: "Areas",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Exemplars_Bodies_ByBodyId",
                        column: x => x.ByBodyId,
                        principalTable: "Bodies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Exemplars_FrameworkItems_ItemId",
                        column: x => x.ItemId,
                        principalTable: "FrameworkItems",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Exemplars_People_ById",
                        column: x => x.ById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "ItemThreads",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ReviewId = table.Column<long>(type: "INTEGER", nullable: false),
                    ItemId = table.Column<long>(type: "INTEGER", nullable: false),
                    RootId = table.Column<long>(type: "INTEGER", nullable: false),
                    EndsOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ByBodyId = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    ById = table.Column<Guid>(type: "TEXT", nullable: true),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    EndedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    NoActionBecause = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Edits = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ItemThreads", x => x.Id);
                    table.CheckConstraint("CK_ItemThreads_Ended", "\"EndedAt\" IS NOT NULL OR \"NoActionBecause\" = ''");
                    table.ForeignKey(
                        name: "FK_ItemThreads_Bodies_ByBodyId",
                        column: x => x.ByBodyId,
                        principalTable: "Bodies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ItemThreads_Comments_RootId",
                        column: x => x.RootId,
                        principalTable: "Comments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ItemThreads_FrameworkItems_ItemId",
                        column: x => x.ItemId,
                        principalTable: "FrameworkItems",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ItemThreads_People_ById",
                        column: x => x.ById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_ItemThreads_People_EndedById",
                        column: x => x.EndedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_ItemThreads_Reviews_ReviewId",
                        column: x => x.ReviewId,
                        principalTable: "Reviews",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ThreadActions",
                columns: table => new
                {
                    ThreadId = table.Column<long>(type: "INTEGER", nullable: false),
                    StrategyId = table.Column<long>(type: "INTEGER", nullable: false),
                    Action = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ThreadActions", x => new { x.ThreadId, x.StrategyId, x.Action });
                    table.ForeignKey(
                        name: "FK_ThreadActions_ItemThreads_ThreadId",
                        column: x => x.ThreadId,
                        principalTable: "ItemThreads",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ThreadActions_Strategies_StrategyId",
                        column: x => x.StrategyId,
                        principalTable: "Strategies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_StrategyVersions_FocusYear",
                table: "StrategyVersions",
                column: "FocusYear");

            migrationBuilder.CreateIndex(
                name: "IX_Exemplars_AreaId",
                table: "Exemplars",
                column: "AreaId");

            migrationBuilder.CreateIndex(
                name: "IX_Exemplars_ByBodyId",
                table: "Exemplars",
                column: "ByBodyId");

            migrationBuilder.CreateIndex(
                name: "IX_Exemplars_ById",
                table: "Exemplars",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_Exemplars_ItemId",
                table: "Exemplars",
                column: "ItemId");

            migrationBuilder.CreateIndex(
                name: "IX_ItemThreads_ByBodyId",
                table: "ItemThreads",
                column: "ByBodyId");

            migrationBuilder.CreateIndex(
                name: "IX_ItemThreads_ById",
                table: "ItemThreads",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_ItemThreads_EndedById",
                table: "ItemThreads",
                column: "EndedById");

            migrationBuilder.CreateIndex(
                name: "IX_ItemThreads_ItemId",
                table: "ItemThreads",
                column: "ItemId");

            migrationBuilder.CreateIndex(
                name: "IX_ItemThreads_ReviewId_ItemId_RootId",
                table: "ItemThreads",
                columns: new[] { "ReviewId", "ItemId", "RootId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ItemThreads_RootId",
                table: "ItemThreads",
                column: "RootId");

            migrationBuilder.CreateIndex(
                name: "IX_ThreadActions_StrategyId",
                table: "ThreadActions",
                column: "StrategyId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Exemplars");

            migrationBuilder.DropTable(
                name: "ThreadActions");

            migrationBuilder.DropTable(
                name: "ItemThreads");

            migrationBuilder.DropIndex(
                name: "IX_StrategyVersions_FocusYear",
                table: "StrategyVersions");

            migrationBuilder.DropColumn(
                name: "Focus",
                table: "StrategyVersions");

            migrationBuilder.DropColumn(
                name: "FocusYear",
                table: "StrategyVersions");

            migrationBuilder.DropColumn(
                name: "Alignment",
                table: "StrategyActions");

            migrationBuilder.DropColumn(
                name: "Horizon",
                table: "StrategyActions");

            migrationBuilder.DropColumn(
                name: "Stance",
                table: "Codings");
        }
    }
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CommunityVoice.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class AuthorsWaysAndClocks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "LeaveReason",
                table: "StrategyAuthors",
                type: "TEXT",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "LeftAt",
                table: "StrategyAuthors",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "LeftById",
                table: "StrategyAuthors",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ResumedAt",
                table: "ClockPauses",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "SummaryAuthors",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SummaryId = table.Column<long>(type: "INTEGER", nullable: false),
                    BodyId = table.Column<long>(type: "INTEGER", nullable: false),
                    AskedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    SignedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    SignedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    DeclinedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    DeclinedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    DeclineReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Edits = table.Column<int>(type: "INTEGER", nullable: false),
                    LeftAt = table.Column<long>(type: "INTEGER", nullable: true),
                    LeftById = table.Column<Guid>(type: "TEXT", nullable: true),
                    LeaveReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SummaryAuthors", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SummaryAuthors_Bodies_BodyId",
                        column: x => x.BodyId,
                        principalTable: "Bodies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SummaryAuthors_People_DeclinedById",
                        column: x => x.DeclinedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_SummaryAuthors_People_LeftById",
                        column: x => x.LeftById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_SummaryAuthors_People_SignedById",
                        column: x => x.SignedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_SummaryAuthors_Summaries_SummaryId",
                        column: x => x.SummaryId,
                        principalTable: "Summaries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ThemeTables",
                columns: table => new
                {
                    ThemeId = table.Column<long>(type: "INTEGER", nullable: false),
                    PublishedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Comments = table.Column<int>(type: "INTEGER", nullable: false),
                    CountedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Stamp = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Tables = table.Column<string>(type: "TEXT", nullable: false),
                    Kept = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ThemeTables", x => x.ThemeId);
                    table.ForeignKey(
                        name: "FK_ThemeTables_Themes_ThemeId",
                        column: x => x.ThemeId,
                        principalTable: "Themes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_StrategyAuthors_LeftById",
                table: "StrategyAuthors",
                column: "LeftById");

            migrationBuilder.CreateIndex(
                name: "IX_SummaryAuthors_BodyId",
                table: "SummaryAuthors",
                column: "BodyId");

            migrationBuilder.CreateIndex(
                name: "IX_SummaryAuthors_DeclinedById",
                table: "SummaryAuthors",
                column: "DeclinedById");

            migrationBuilder.CreateIndex(
                name: "IX_SummaryAuthors_LeftById",
                table: "SummaryAuthors",
                column: "LeftById");

            migrationBuilder.CreateIndex(
                name: "IX_SummaryAuthors_SignedById",
                table: "SummaryAuthors",
                column: "SignedById");

            migrationBuilder.CreateIndex(
                name: "IX_SummaryAuthors_SummaryId_BodyId",
                table: "SummaryAuthors",
                columns: new[] { "SummaryId", "BodyId" },
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "FK_StrategyAuthors_People_LeftById",
                table: "StrategyAuthors",
                column: "LeftById",
                principalTable: "People",
                principalColumn: "Id",
                onDelete: ReferentialAction.SetNull);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_StrategyAuthors_People_LeftById",
                table: "StrategyAuthors");

            migrationBuilder.DropTable(
                name: "SummaryAuthors");

            migrationBuilder.DropTable(
                name: "ThemeTables");

            migrationBuilder.DropIndex(
                name: "IX_StrategyAuthors_LeftById",
                table: "StrategyAuthors");

            migrationBuilder.DropColumn(
                name: "LeaveReason",
                table: "StrategyAuthors");

            migrationBuilder.DropColumn(
                name: "LeftAt",
                table: "StrategyAuthors");

            migrationBuilder.DropColumn(
                name: "LeftById",
                table: "StrategyAuthors");

            migrationBuilder.DropColumn(
                name: "ResumedAt",
                table: "ClockPauses");
        }
    }
}

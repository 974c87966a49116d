using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace CommunityVoice.Migrations.Postgres.Migrations
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
                type: "character varying(1000)",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "LeftAt",
                table: "StrategyAuthors",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "LeftById",
                table: "StrategyAuthors",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "ResumedAt",
                table: "ClockPauses",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "SummaryAuthors",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    SummaryId = table.Column<long>(type: "bigint", nullable: false),
                    BodyId = table.Column<long>(type: "bigint", nullable: false),
                    AskedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    SignedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    SignedById = table.Column<Guid>(type: "uuid", nullable: true),
                    DeclinedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    DeclinedById = table.Column<Guid>(type: "uuid", nullable: true),
                    DeclineReason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    Edits = table.Column<int>(type: "integer", nullable: false),
                    LeftAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    LeftById = table.Column<Guid>(type: "uuid", nullable: true),
                    LeaveReason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true)
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
                    ThemeId = table.Column<long>(type: "bigint", nullable: false),
                    PublishedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Comments = table.Column<int>(type: "integer", nullable: false),
                    CountedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Stamp = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Tables = table.Column<string>(type: "text", nullable: false),
                    Kept = table.Column<string>(type: "text", nullable: false)
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

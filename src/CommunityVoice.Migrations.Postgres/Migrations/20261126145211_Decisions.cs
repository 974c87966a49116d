using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace CommunityVoice.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Decisions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "DecisionDelays",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    ConsultationId = table.Column<long>(type: "bigint", nullable: false),
                    FromId = table.Column<long>(type: "bigint", nullable: false),
                    Words = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    ExpectedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ById = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DecisionDelays", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DecisionDelays_Bodies_FromId",
                        column: x => x.FromId,
                        principalTable: "Bodies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DecisionDelays_Consultations_ConsultationId",
                        column: x => x.ConsultationId,
                        principalTable: "Consultations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_DecisionDelays_People_ById",
                        column: x => x.ById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "DecisionRecords",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    ConsultationId = table.Column<long>(type: "bigint", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    CitesId = table.Column<long>(type: "bigint", nullable: false),
                    ById = table.Column<long>(type: "bigint", nullable: false),
                    Decided = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    ReadBy = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    ReadOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Correction = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    PublishedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    PublishedById = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DecisionRecords", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DecisionRecords_Bodies_ById",
                        column: x => x.ById,
                        principalTable: "Bodies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DecisionRecords_Consultations_ConsultationId",
                        column: x => x.ConsultationId,
                        principalTable: "Consultations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DecisionRecords_People_PublishedById",
                        column: x => x.PublishedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_DecisionRecords_SummaryVersions_CitesId",
                        column: x => x.CitesId,
                        principalTable: "SummaryVersions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DecisionReminders",
                columns: table => new
                {
                    ConsultationId = table.Column<long>(type: "bigint", nullable: false),
                    RemindedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ToldOverdueAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DecisionReminders", x => x.ConsultationId);
                    table.ForeignKey(
                        name: "FK_DecisionReminders_Consultations_ConsultationId",
                        column: x => x.ConsultationId,
                        principalTable: "Consultations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ThemeAnswers",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    RecordId = table.Column<long>(type: "bigint", nullable: false),
                    Order = table.Column<int>(type: "integer", nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ThemeId = table.Column<long>(type: "bigint", nullable: true),
                    FindingId = table.Column<long>(type: "bigint", nullable: true),
                    Kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    RecommendationId = table.Column<long>(type: "bigint", nullable: true),
                    StrategyId = table.Column<long>(type: "bigint", nullable: true),
                    ActionNumber = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ThemeAnswers", x => x.Id);
                    table.CheckConstraint("CK_ThemeAnswers_Linked", "\"ThemeId\" IS NOT NULL OR \"FindingId\" IS NOT NULL");
                    table.ForeignKey(
                        name: "FK_ThemeAnswers_DecisionRecords_RecordId",
                        column: x => x.RecordId,
                        principalTable: "DecisionRecords",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ThemeAnswers_Findings_FindingId",
                        column: x => x.FindingId,
                        principalTable: "Findings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ThemeAnswers_Recommendations_RecommendationId",
                        column: x => x.RecommendationId,
                        principalTable: "Recommendations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ThemeAnswers_Strategies_StrategyId",
                        column: x => x.StrategyId,
                        principalTable: "Strategies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ThemeAnswers_Themes_ThemeId",
                        column: x => x.ThemeId,
                        principalTable: "Themes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_DecisionDelays_ById",
                table: "DecisionDelays",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_DecisionDelays_ConsultationId",
                table: "DecisionDelays",
                column: "ConsultationId");

            migrationBuilder.CreateIndex(
                name: "IX_DecisionDelays_FromId",
                table: "DecisionDelays",
                column: "FromId");

            migrationBuilder.CreateIndex(
                name: "IX_DecisionRecords_ById",
                table: "DecisionRecords",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_DecisionRecords_CitesId",
                table: "DecisionRecords",
                column: "CitesId");

            migrationBuilder.CreateIndex(
                name: "IX_DecisionRecords_ConsultationId_Number",
                table: "DecisionRecords",
                columns: new[] { "ConsultationId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DecisionRecords_PublishedById",
                table: "DecisionRecords",
                column: "PublishedById");

            migrationBuilder.CreateIndex(
                name: "IX_ThemeAnswers_FindingId",
                table: "ThemeAnswers",
                column: "FindingId");

            migrationBuilder.CreateIndex(
                name: "IX_ThemeAnswers_RecommendationId",
                table: "ThemeAnswers",
                column: "RecommendationId");

            migrationBuilder.CreateIndex(
                name: "IX_ThemeAnswers_RecordId",
                table: "ThemeAnswers",
                column: "RecordId");

            migrationBuilder.CreateIndex(
                name: "IX_ThemeAnswers_StrategyId",
                table: "ThemeAnswers",
                column: "StrategyId");

            migrationBuilder.CreateIndex(
                name: "IX_ThemeAnswers_ThemeId",
                table: "ThemeAnswers",
                column: "ThemeId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DecisionDelays");

            migrationBuilder.DropTable(
                name: "DecisionReminders");

            migrationBuilder.DropTable(
                name: "ThemeAnswers");

            migrationBuilder.DropTable(
                name: "DecisionRecords");
        }
    }
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CommunityVoice.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class NeedsAssessments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "RevisionQuestions");

            migrationBuilder.DropTable(
                name: "NeedsAssessments");
        }
    }
}

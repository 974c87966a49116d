using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace CommunityVoice.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Exclusions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "FirstCastAt",
                table: "BallotPapers",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTimeOffset(new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)));

            // When papers were changed before this is not known: their newest cast is the best there is.
            migrationBuilder.Sql("""UPDATE "BallotPapers" SET "FirstCastAt" = "CastAt" """);

            migrationBuilder.CreateTable(
                name: "DisclosureAssessments",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    ConsultationId = table.Column<long>(type: "bigint", nullable: false),
                    Dataset = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    Population = table.Column<long>(type: "bigint", nullable: false),
                    Sensitivity = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    Linkability = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    Reasons = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    MayBePublished = table.Column<bool>(type: "boolean", nullable: false),
                    ById = table.Column<Guid>(type: "uuid", nullable: true),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DisclosureAssessments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DisclosureAssessments_Consultations_ConsultationId",
                        column: x => x.ConsultationId,
                        principalTable: "Consultations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_DisclosureAssessments_People_ById",
                        column: x => x.ById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "Exclusions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    BallotId = table.Column<long>(type: "bigint", nullable: false),
                    Kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Reason = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    Words = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    Pattern = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ProposedById = table.Column<Guid>(type: "uuid", nullable: true),
                    ProposedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    AnsweredById = table.Column<Guid>(type: "uuid", nullable: true),
                    AnsweredAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    IsConfirmed = table.Column<bool>(type: "boolean", nullable: false),
                    Answer = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Exclusions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Exclusions_Ballots_BallotId",
                        column: x => x.BallotId,
                        principalTable: "Ballots",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Exclusions_People_AnsweredById",
                        column: x => x.AnsweredById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_Exclusions_People_ProposedById",
                        column: x => x.ProposedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "ExclusionPaper",
                columns: table => new
                {
                    ExclusionId = table.Column<long>(type: "bigint", nullable: false),
                    ParticipantId = table.Column<Guid>(type: "uuid", nullable: false),
                    BallotId = table.Column<long>(type: "bigint", nullable: false),
                    Before = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ExclusionPaper", x => new { x.ExclusionId, x.ParticipantId });
                    table.ForeignKey(
                        name: "FK_ExclusionPaper_Ballots_BallotId",
                        column: x => x.BallotId,
                        principalTable: "Ballots",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ExclusionPaper_Exclusions_ExclusionId",
                        column: x => x.ExclusionId,
                        principalTable: "Exclusions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ExclusionPaper_Participants_ParticipantId",
                        column: x => x.ParticipantId,
                        principalTable: "Participants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_DisclosureAssessments_ById",
                table: "DisclosureAssessments",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_DisclosureAssessments_ConsultationId_Dataset",
                table: "DisclosureAssessments",
                columns: new[] { "ConsultationId", "Dataset" });

            migrationBuilder.CreateIndex(
                name: "IX_ExclusionPaper_BallotId_ParticipantId",
                table: "ExclusionPaper",
                columns: new[] { "BallotId", "ParticipantId" });

            migrationBuilder.CreateIndex(
                name: "IX_ExclusionPaper_ParticipantId",
                table: "ExclusionPaper",
                column: "ParticipantId");

            migrationBuilder.CreateIndex(
                name: "IX_Exclusions_AnsweredById",
                table: "Exclusions",
                column: "AnsweredById");

            migrationBuilder.CreateIndex(
                name: "IX_Exclusions_BallotId",
                table: "Exclusions",
                column: "BallotId");

            migrationBuilder.CreateIndex(
                name: "IX_Exclusions_ProposedById",
                table: "Exclusions",
                column: "ProposedById");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DisclosureAssessments");

            migrationBuilder.DropTable(
                name: "ExclusionPaper");

            migrationBuilder.DropTable(
                name: "Exclusions");

            migrationBuilder.DropColumn(
                name: "FirstCastAt",
                table: "BallotPapers");
        }
    }
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace CommunityVoice.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class SharingAgreements : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "SharingAgreements",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    AreaId = table.Column<long>(type: "bigint", nullable: false),
                    LeadId = table.Column<long>(type: "bigint", nullable: false),
                    What = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    Safeguarding = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    AccessRequests = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Breaches = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    StartsOn = table.Column<DateOnly>(type: "date", nullable: false),
                    EndsOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Assessment = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    AssessmentLink = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    AssessedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    PrivacyNotice = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    RetentionMonths = table.Column<int>(type: "integer", nullable: false),
                    MadeById = table.Column<Guid>(type: "uuid", nullable: true),
                    MadeAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    StoppedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    StoppedBecause = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    StoppedById = table.Column<Guid>(type: "uuid", nullable: true),
                    ToldEndingAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Edits = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SharingAgreements", x => x.Id);
                    table.CheckConstraint("CK_SharingAgreements_Days", "\"StartsOn\" < \"EndsOn\"");
                    table.ForeignKey(
                        name: "FK_SharingAgreements_Areas_AreaId",
                        column: x => x.AreaId,
                        principalTable: "Areas",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SharingAgreements_Bodies_LeadId",
                        column: x => x.LeadId,
                        principalTable: "Bodies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SharingAgreements_People_MadeById",
                        column: x => x.MadeById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_SharingAgreements_People_StoppedById",
                        column: x => x.StoppedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "SharingParties",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    AgreementId = table.Column<long>(type: "bigint", nullable: false),
                    BodyId = table.Column<long>(type: "bigint", nullable: false),
                    AskedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    SignedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    SignedById = table.Column<Guid>(type: "uuid", nullable: true),
                    DeclinedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    DeclinedById = table.Column<Guid>(type: "uuid", nullable: true),
                    DeclineReason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    Edits = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SharingParties", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SharingParties_Bodies_BodyId",
                        column: x => x.BodyId,
                        principalTable: "Bodies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SharingParties_People_DeclinedById",
                        column: x => x.DeclinedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_SharingParties_People_SignedById",
                        column: x => x.SignedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_SharingParties_SharingAgreements_AgreementId",
                        column: x => x.AgreementId,
                        principalTable: "SharingAgreements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_SharingAgreements_AreaId_EndsOn",
                table: "SharingAgreements",
                columns: new[] { "AreaId", "EndsOn" });

            migrationBuilder.CreateIndex(
                name: "IX_SharingAgreements_LeadId",
                table: "SharingAgreements",
                column: "LeadId");

            migrationBuilder.CreateIndex(
                name: "IX_SharingAgreements_MadeById",
                table: "SharingAgreements",
                column: "MadeById");

            migrationBuilder.CreateIndex(
                name: "IX_SharingAgreements_StoppedById",
                table: "SharingAgreements",
                column: "StoppedById");

            migrationBuilder.CreateIndex(
                name: "IX_SharingParties_AgreementId_BodyId",
                table: "SharingParties",
                columns: new[] { "AgreementId", "BodyId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SharingParties_BodyId",
                table: "SharingParties",
                column: "BodyId");

            migrationBuilder.CreateIndex(
                name: "IX_SharingParties_DeclinedById",
                table: "SharingParties",
                column: "DeclinedById");

            migrationBuilder.CreateIndex(
                name: "IX_SharingParties_SignedById",
                table: "SharingParties",
                column: "SignedById");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "SharingParties");

            migrationBuilder.DropTable(
                name: "SharingAgreements");
        }
    }
}

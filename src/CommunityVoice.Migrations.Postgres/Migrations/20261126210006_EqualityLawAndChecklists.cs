using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace CommunityVoice.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class EqualityLawAndChecklists : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "CommissionedById",
                table: "Remits",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "ToldEndingAt",
                table: "Remits",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "EqualityChange",
                table: "DecisionRecords",
                type: "character varying(2000)",
                maxLength: 2000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "AdvancesOpportunity",
                table: "Consultations",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "EndsDiscrimination",
                table: "Consultations",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "FostersRelations",
                table: "Consultations",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Involvement",
                table: "Consultations",
                type: "character varying(20)",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "LegalHook",
                table: "Consultations",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Mitigations",
                table: "Consultations",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "NoPublicAuthority",
                table: "Bodies",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ChecklistAnswers",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Checklist = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Item = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ConsultationId = table.Column<long>(type: "bigint", nullable: true),
                    BodyId = table.Column<long>(type: "bigint", nullable: true),
                    Year = table.Column<int>(type: "integer", nullable: true),
                    Evidence = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    Link = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ById = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChecklistAnswers", x => x.Id);
                    table.CheckConstraint("CK_ChecklistAnswers_Of", "(\"ConsultationId\" IS NOT NULL AND \"BodyId\" IS NULL AND \"Year\" IS NULL) OR (\"ConsultationId\" IS NULL AND \"BodyId\" IS NOT NULL AND \"Year\" IS NOT NULL)");
                    table.ForeignKey(
                        name: "FK_ChecklistAnswers_Bodies_BodyId",
                        column: x => x.BodyId,
                        principalTable: "Bodies",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_ChecklistAnswers_Consultations_ConsultationId",
                        column: x => x.ConsultationId,
                        principalTable: "Consultations",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_ChecklistAnswers_People_ById",
                        column: x => x.ById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Remits_CommissionedById",
                table: "Remits",
                column: "CommissionedById");

            migrationBuilder.CreateIndex(
                name: "IX_ChecklistAnswers_BodyId_Year_Checklist_Item",
                table: "ChecklistAnswers",
                columns: new[] { "BodyId", "Year", "Checklist", "Item" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ChecklistAnswers_ById",
                table: "ChecklistAnswers",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_ChecklistAnswers_ConsultationId_Checklist_Item",
                table: "ChecklistAnswers",
                columns: new[] { "ConsultationId", "Checklist", "Item" },
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "FK_Remits_Bodies_CommissionedById",
                table: "Remits",
                column: "CommissionedById",
                principalTable: "Bodies",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Remits_Bodies_CommissionedById",
                table: "Remits");

            migrationBuilder.DropTable(
                name: "ChecklistAnswers");

            migrationBuilder.DropIndex(
                name: "IX_Remits_CommissionedById",
                table: "Remits");

            migrationBuilder.DropColumn(
                name: "CommissionedById",
                table: "Remits");

            migrationBuilder.DropColumn(
                name: "ToldEndingAt",
                table: "Remits");

            migrationBuilder.DropColumn(
                name: "EqualityChange",
                table: "DecisionRecords");

            migrationBuilder.DropColumn(
                name: "AdvancesOpportunity",
                table: "Consultations");

            migrationBuilder.DropColumn(
                name: "EndsDiscrimination",
                table: "Consultations");

            migrationBuilder.DropColumn(
                name: "FostersRelations",
                table: "Consultations");

            migrationBuilder.DropColumn(
                name: "Involvement",
                table: "Consultations");

            migrationBuilder.DropColumn(
                name: "LegalHook",
                table: "Consultations");

            migrationBuilder.DropColumn(
                name: "Mitigations",
                table: "Consultations");

            migrationBuilder.DropColumn(
                name: "NoPublicAuthority",
                table: "Bodies");
        }
    }
}

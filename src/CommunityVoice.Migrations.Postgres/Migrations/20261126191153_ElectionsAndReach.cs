using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace CommunityVoice.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class ElectionsAndReach : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "ElectionPeriod",
                table: "SummaryVersions",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ElectionReason",
                table: "SummaryVersions",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ElectionPeriod",
                table: "Consultations",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ElectionReason",
                table: "Consultations",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ElectionPeriods",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    AreaId = table.Column<long>(type: "bigint", nullable: false),
                    Name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    StartsOn = table.Column<DateOnly>(type: "date", nullable: false),
                    EndsOn = table.Column<DateOnly>(type: "date", nullable: false)
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
                name: "PlannedGroups",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    ConsultationId = table.Column<long>(type: "bigint", nullable: false),
                    Name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Voice = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    Why = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    How = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    Aim = table.Column<int>(type: "integer", nullable: true),
                    AddedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
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

            migrationBuilder.CreateIndex(
                name: "IX_ElectionPeriods_AreaId_Name_StartsOn",
                table: "ElectionPeriods",
                columns: new[] { "AreaId", "Name", "StartsOn" },
                unique: true);

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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ElectionPeriods");

            migrationBuilder.DropTable(
                name: "PlannedGroups");

            migrationBuilder.DropColumn(
                name: "ElectionPeriod",
                table: "SummaryVersions");

            migrationBuilder.DropColumn(
                name: "ElectionReason",
                table: "SummaryVersions");

            migrationBuilder.DropColumn(
                name: "ElectionPeriod",
                table: "Consultations");

            migrationBuilder.DropColumn(
                name: "ElectionReason",
                table: "Consultations");
        }
    }
}

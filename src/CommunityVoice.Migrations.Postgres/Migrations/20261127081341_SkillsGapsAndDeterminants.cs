using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace CommunityVoice.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class SkillsGapsAndDeterminants : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Determinants",
                table: "Themes",
                type: "character varying(400)",
                maxLength: 400,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Determinants",
                table: "StrategyActions",
                type: "character varying(400)",
                maxLength: 400,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "PeopleNeeded",
                table: "StrategyActions",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "MissingId",
                table: "Comments",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "MissingWords",
                table: "Comments",
                type: "character varying(120)",
                maxLength: 120,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "ActionSkill",
                columns: table => new
                {
                    ActionId = table.Column<long>(type: "bigint", nullable: false),
                    Code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ActionSkill", x => new { x.ActionId, x.Code });
                    table.ForeignKey(
                        name: "FK_ActionSkill_StrategyActions_ActionId",
                        column: x => x.ActionId,
                        principalTable: "StrategyActions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AreaDeprivations",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    AreaId = table.Column<long>(type: "bigint", nullable: false),
                    Edition = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Decile = table.Column<int>(type: "integer", nullable: false),
                    SmallAreas = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AreaDeprivations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AreaDeprivations_Areas_AreaId",
                        column: x => x.AreaId,
                        principalTable: "Areas",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Elements",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    AreaId = table.Column<long>(type: "bigint", nullable: false),
                    Name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    About = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    EndedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Elements", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Elements_Areas_AreaId",
                        column: x => x.AreaId,
                        principalTable: "Areas",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SkillOffers",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    BodyId = table.Column<long>(type: "bigint", nullable: true),
                    AreaId = table.Column<long>(type: "bigint", nullable: false),
                    Words = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    OfferedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SkillOffers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SkillOffers_Areas_AreaId",
                        column: x => x.AreaId,
                        principalTable: "Areas",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SkillOffers_Bodies_BodyId",
                        column: x => x.BodyId,
                        principalTable: "Bodies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_SkillOffers_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ActionElements",
                columns: table => new
                {
                    ActionId = table.Column<long>(type: "bigint", nullable: false),
                    ElementId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ActionElements", x => new { x.ActionId, x.ElementId });
                    table.ForeignKey(
                        name: "FK_ActionElements_Elements_ElementId",
                        column: x => x.ElementId,
                        principalTable: "Elements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ActionElements_StrategyActions_ActionId",
                        column: x => x.ActionId,
                        principalTable: "StrategyActions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ElementNeeds",
                columns: table => new
                {
                    ElementId = table.Column<long>(type: "bigint", nullable: false),
                    NeedsId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ElementNeeds", x => new { x.ElementId, x.NeedsId });
                    table.CheckConstraint("CK_ElementNeeds_Other", "\"ElementId\" <> \"NeedsId\"");
                    table.ForeignKey(
                        name: "FK_ElementNeeds_Elements_ElementId",
                        column: x => x.ElementId,
                        principalTable: "Elements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ElementNeeds_Elements_NeedsId",
                        column: x => x.NeedsId,
                        principalTable: "Elements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Helpers",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    OfferId = table.Column<long>(type: "bigint", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    StrategyId = table.Column<long>(type: "bigint", nullable: false),
                    Action = table.Column<int>(type: "integer", nullable: false),
                    Question = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    AskedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    AskedById = table.Column<Guid>(type: "uuid", nullable: true),
                    Answer = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    AnsweredAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    UnseenSince = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Helpers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Helpers_People_AskedById",
                        column: x => x.AskedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_Helpers_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Helpers_SkillOffers_OfferId",
                        column: x => x.OfferId,
                        principalTable: "SkillOffers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Helpers_Strategies_StrategyId",
                        column: x => x.StrategyId,
                        principalTable: "Strategies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OfferedSkills",
                columns: table => new
                {
                    OfferId = table.Column<long>(type: "bigint", nullable: false),
                    Code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OfferedSkills", x => new { x.OfferId, x.Code });
                    table.ForeignKey(
                        name: "FK_OfferedSkills_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_OfferedSkills_SkillOffers_OfferId",
                        column: x => x.OfferId,
                        principalTable: "SkillOffers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Comments_MissingId",
                table: "Comments",
                column: "MissingId");

            migrationBuilder.CreateIndex(
                name: "IX_ActionElements_ElementId",
                table: "ActionElements",
                column: "ElementId");

            migrationBuilder.CreateIndex(
                name: "IX_ActionSkill_Code",
                table: "ActionSkill",
                column: "Code");

            migrationBuilder.CreateIndex(
                name: "IX_AreaDeprivations_AreaId_Edition_Decile",
                table: "AreaDeprivations",
                columns: new[] { "AreaId", "Edition", "Decile" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ElementNeeds_NeedsId",
                table: "ElementNeeds",
                column: "NeedsId");

            migrationBuilder.CreateIndex(
                name: "IX_Elements_AreaId_Name",
                table: "Elements",
                columns: new[] { "AreaId", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Helpers_AskedById",
                table: "Helpers",
                column: "AskedById");

            migrationBuilder.CreateIndex(
                name: "IX_Helpers_OfferId_StrategyId_Action",
                table: "Helpers",
                columns: new[] { "OfferId", "StrategyId", "Action" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Helpers_PersonId",
                table: "Helpers",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_Helpers_StrategyId_Action",
                table: "Helpers",
                columns: new[] { "StrategyId", "Action" });

            migrationBuilder.CreateIndex(
                name: "IX_OfferedSkills_Code",
                table: "OfferedSkills",
                column: "Code");

            migrationBuilder.CreateIndex(
                name: "IX_OfferedSkills_PersonId",
                table: "OfferedSkills",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_SkillOffers_AreaId",
                table: "SkillOffers",
                column: "AreaId");

            migrationBuilder.CreateIndex(
                name: "IX_SkillOffers_BodyId",
                table: "SkillOffers",
                column: "BodyId");

            migrationBuilder.CreateIndex(
                name: "IX_SkillOffers_Own",
                table: "SkillOffers",
                column: "PersonId",
                unique: true,
                filter: "\"BodyId\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_SkillOffers_PersonId_BodyId",
                table: "SkillOffers",
                columns: new[] { "PersonId", "BodyId" },
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "FK_Comments_Elements_MissingId",
                table: "Comments",
                column: "MissingId",
                principalTable: "Elements",
                principalColumn: "Id",
                onDelete: ReferentialAction.SetNull);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Comments_Elements_MissingId",
                table: "Comments");

            migrationBuilder.DropTable(
                name: "ActionElements");

            migrationBuilder.DropTable(
                name: "ActionSkill");

            migrationBuilder.DropTable(
                name: "AreaDeprivations");

            migrationBuilder.DropTable(
                name: "ElementNeeds");

            migrationBuilder.DropTable(
                name: "Helpers");

            migrationBuilder.DropTable(
                name: "OfferedSkills");

            migrationBuilder.DropTable(
                name: "Elements");

            migrationBuilder.DropTable(
                name: "SkillOffers");

            migrationBuilder.DropIndex(
                name: "IX_Comments_MissingId",
                table: "Comments");

            migrationBuilder.DropColumn(
                name: "Determinants",
                table: "Themes");

            migrationBuilder.DropColumn(
                name: "Determinants",
                table: "StrategyActions");

            migrationBuilder.DropColumn(
                name: "PeopleNeeded",
                table: "StrategyActions");

            migrationBuilder.DropColumn(
                name: "MissingId",
                table: "Comments");

            migrationBuilder.DropColumn(
                name: "MissingWords",
                table: "Comments");
        }
    }
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace CommunityVoice.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class SigningReviews : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "CitedDocument",
                table: "ItemJudgements",
                type: "character varying(300)",
                maxLength: 300,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "CitedPage",
                table: "ItemJudgements",
                type: "character varying(80)",
                maxLength: 80,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "CitedQuote",
                table: "ItemJudgements",
                type: "character varying(2000)",
                maxLength: 2000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "CitedVersionId",
                table: "ItemJudgements",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Partners",
                table: "ItemJudgements",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "AgreedImpacts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    ReviewId = table.Column<long>(type: "bigint", nullable: false),
                    ItemId = table.Column<long>(type: "bigint", nullable: false),
                    Text = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    ByBodyId = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ById = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AgreedImpacts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AgreedImpacts_Bodies_ByBodyId",
                        column: x => x.ByBodyId,
                        principalTable: "Bodies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AgreedImpacts_FrameworkItems_ItemId",
                        column: x => x.ItemId,
                        principalTable: "FrameworkItems",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AgreedImpacts_People_ById",
                        column: x => x.ById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_AgreedImpacts_Reviews_ReviewId",
                        column: x => x.ReviewId,
                        principalTable: "Reviews",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ReviewMeetings",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    ReviewId = table.Column<long>(type: "bigint", nullable: false),
                    Title = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    StartsAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    EndsAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Place = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    JoinLink = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    HowToJoin = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    AccessNeeds = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    ChangedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    CancelledAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    CancelledBecause = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReviewMeetings", x => x.Id);
                    table.CheckConstraint("CK_ReviewMeetings_Times", "\"StartsAt\" < \"EndsAt\"");
                    table.ForeignKey(
                        name: "FK_ReviewMeetings_Reviews_ReviewId",
                        column: x => x.ReviewId,
                        principalTable: "Reviews",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ReviewPartners",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    ReviewId = table.Column<long>(type: "bigint", nullable: false),
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
                    table.PrimaryKey("PK_ReviewPartners", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReviewPartners_Bodies_BodyId",
                        column: x => x.BodyId,
                        principalTable: "Bodies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReviewPartners_People_DeclinedById",
                        column: x => x.DeclinedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_ReviewPartners_People_SignedById",
                        column: x => x.SignedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_ReviewPartners_Reviews_ReviewId",
                        column: x => x.ReviewId,
                        principalTable: "Reviews",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ImpactParties",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    ImpactId = table.Column<long>(type: "bigint", nullable: false),
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
                    table.PrimaryKey("PK_ImpactParties", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ImpactParties_AgreedImpacts_ImpactId",
                        column: x => x.ImpactId,
                        principalTable: "AgreedImpacts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ImpactParties_Bodies_BodyId",
                        column: x => x.BodyId,
                        principalTable: "Bodies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ImpactParties_People_DeclinedById",
                        column: x => x.DeclinedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_ImpactParties_People_SignedById",
                        column: x => x.SignedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ItemJudgements_CitedVersionId",
                table: "ItemJudgements",
                column: "CitedVersionId");

            migrationBuilder.CreateIndex(
                name: "IX_AgreedImpacts_ByBodyId",
                table: "AgreedImpacts",
                column: "ByBodyId");

            migrationBuilder.CreateIndex(
                name: "IX_AgreedImpacts_ById",
                table: "AgreedImpacts",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_AgreedImpacts_ItemId",
                table: "AgreedImpacts",
                column: "ItemId");

            migrationBuilder.CreateIndex(
                name: "IX_AgreedImpacts_ReviewId",
                table: "AgreedImpacts",
                column: "ReviewId");

            migrationBuilder.CreateIndex(
                name: "IX_ImpactParties_BodyId",
                table: "ImpactParties",
                column: "BodyId");

            migrationBuilder.CreateIndex(
                name: "IX_ImpactParties_DeclinedById",
                table: "ImpactParties",
                column: "DeclinedById");

            migrationBuilder.CreateIndex(
                name: "IX_ImpactParties_ImpactId_BodyId",
                table: "ImpactParties",
                columns: new[] { "ImpactId", "BodyId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ImpactParties_SignedById",
                table: "ImpactParties",
                column: "SignedById");

            migrationBuilder.CreateIndex(
                name: "IX_ReviewMeetings_ReviewId_StartsAt",
                table: "ReviewMeetings",
                columns: new[] { "ReviewId", "StartsAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ReviewPartners_BodyId",
                table: "ReviewPartners",
                column: "BodyId");

            migrationBuilder.CreateIndex(
                name: "IX_ReviewPartners_DeclinedById",
                table: "ReviewPartners",
                column: "DeclinedById");

            migrationBuilder.CreateIndex(
                name: "IX_ReviewPartners_ReviewId_BodyId",
                table: "ReviewPartners",
                columns: new[] { "ReviewId", "BodyId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReviewPartners_SignedById",
                table: "ReviewPartners",
                column: "SignedById");

            migrationBuilder.AddForeignKey(
                name: "FK_ItemJudgements_DocumentVersions_CitedVersionId",
                table: "ItemJudgements",
                column: "CitedVersionId",
                principalTable: "DocumentVersions",
                principalColumn: "Id",
                onDelete: ReferentialAction.SetNull);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_ItemJudgements_DocumentVersions_CitedVersionId",
                table: "ItemJudgements");

            migrationBuilder.DropTable(
                name: "ImpactParties");

            migrationBuilder.DropTable(
                name: "ReviewMeetings");

            migrationBuilder.DropTable(
                name: "ReviewPartners");

            migrationBuilder.DropTable(
                name: "AgreedImpacts");

            migrationBuilder.DropIndex(
                name: "IX_ItemJudgements_CitedVersionId",
                table: "ItemJudgements");

            migrationBuilder.DropColumn(
                name: "CitedDocument",
                table: "ItemJudgements");

            migrationBuilder.DropColumn(
                name: "CitedPage",
                table: "ItemJudgements");

            migrationBuilder.DropColumn(
                name: "CitedQuote",
                table: "ItemJudgements");

            migrationBuilder.DropColumn(
                name: "CitedVersionId",
                table: "ItemJudgements");

            migrationBuilder.DropColumn(
                name: "Partners",
                table: "ItemJudgements");
        }
    }
}

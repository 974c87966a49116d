using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CommunityVoice.Migrations.Sqlite.Migrations
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
                type: "TEXT",
                maxLength: 300,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "CitedPage",
                table: "ItemJudgements",
                type: "TEXT",
                maxLength: 80,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "CitedQuote",
                table: "ItemJudgements",
                type: "TEXT",
                maxLength: 2000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "CitedVersionId",
                table: "ItemJudgements",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Partners",
                table: "ItemJudgements",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "AgreedImpacts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ReviewId = table.Column<long>(type: "INTEGER", nullable: false),
                    ItemId = table.Column<long>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    ByBodyId = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    ById = table.Column<Guid>(type: "TEXT", nullable: true)
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
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ReviewId = table.Column<long>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    StartsAt = table.Column<long>(type: "INTEGER", nullable: false),
                    EndsAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    JoinLink = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    HowToJoin = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    AccessNeeds = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    CancelledAt = table.Column<long>(type: "INTEGER", nullable: true),
                    CancelledBecause = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true)
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
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ReviewId = table.Column<long>(type: "INTEGER", nullable: false),
                    BodyId = table.Column<long>(type: "INTEGER", nullable: false),
                    AskedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    SignedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    SignedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    DeclinedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    DeclinedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    DeclineReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Edits = table.Column<int>(type: "INTEGER", nullable: false)
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
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ImpactId = table.Column<long>(type: "INTEGER", nullable: false),
                    BodyId = table.Column<long>(type: "INTEGER", nullable: false),
                    AskedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    SignedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    SignedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    DeclinedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    DeclinedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    DeclineReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Edits = table.Column<int>(type: "INTEGER", nullable: false)
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

using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace CommunityVoice.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Evidence : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "AwaitsPublishing",
                table: "Documents",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Channel",
                table: "Comments",
                type: "character varying(20)",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "CountedAt",
                table: "Comments",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "EnteredForId",
                table: "Comments",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsNotToBeQuoted",
                table: "Comments",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "MeetingId",
                table: "Comments",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "SectionId",
                table: "Comments",
                type: "bigint",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "AnswerForms",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    ConsultationId = table.Column<long>(type: "bigint", nullable: false),
                    Code = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    Run = table.Column<int>(type: "integer", nullable: false),
                    MadeById = table.Column<Guid>(type: "uuid", nullable: true),
                    MadeAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AnswerForms", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AnswerForms_Consultations_ConsultationId",
                        column: x => x.ConsultationId,
                        principalTable: "Consultations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AnswerForms_People_MadeById",
                        column: x => x.MadeById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "DocumentVersions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    DocumentId = table.Column<long>(type: "bigint", nullable: false),
                    ConsultationId = table.Column<long>(type: "bigint", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    ById = table.Column<Guid>(type: "uuid", nullable: true),
                    PublishedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DocumentVersions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DocumentVersions_Documents_DocumentId",
                        column: x => x.DocumentId,
                        principalTable: "Documents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_DocumentVersions_People_ById",
                        column: x => x.ById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "Meetings",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    ConsultationId = table.Column<long>(type: "bigint", nullable: false),
                    Place = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    HeldOn = table.Column<DateOnly>(type: "date", nullable: false),
                    People = table.Column<int>(type: "integer", nullable: false),
                    Groups = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Notes = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    EnteredForId = table.Column<long>(type: "bigint", nullable: false),
                    EnteredById = table.Column<Guid>(type: "uuid", nullable: true),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    TakenBackAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    TakenBackBecause = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Meetings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Meetings_Bodies_EnteredForId",
                        column: x => x.EnteredForId,
                        principalTable: "Bodies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Meetings_Consultations_ConsultationId",
                        column: x => x.ConsultationId,
                        principalTable: "Consultations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Meetings_People_EnteredById",
                        column: x => x.EnteredById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "EnteredAnswers",
                columns: table => new
                {
                    CommentId = table.Column<long>(type: "bigint", nullable: false),
                    ConsultationId = table.Column<long>(type: "bigint", nullable: false),
                    ReceivedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Consent = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    FormId = table.Column<long>(type: "bigint", nullable: true),
                    EnteredById = table.Column<Guid>(type: "uuid", nullable: true),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    TakenBackBecause = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EnteredAnswers", x => x.CommentId);
                    table.ForeignKey(
                        name: "FK_EnteredAnswers_AnswerForms_FormId",
                        column: x => x.FormId,
                        principalTable: "AnswerForms",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_EnteredAnswers_Comments_CommentId",
                        column: x => x.CommentId,
                        principalTable: "Comments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_EnteredAnswers_Consultations_ConsultationId",
                        column: x => x.ConsultationId,
                        principalTable: "Consultations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_EnteredAnswers_People_EnteredById",
                        column: x => x.EnteredById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "VersionSections",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    VersionId = table.Column<long>(type: "bigint", nullable: false),
                    ConsultationId = table.Column<long>(type: "bigint", nullable: false),
                    Anchor = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Heading = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    Body = table.Column<string>(type: "text", nullable: false),
                    Order = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VersionSections", x => x.Id);
                    table.ForeignKey(
                        name: "FK_VersionSections_DocumentVersions_VersionId",
                        column: x => x.VersionId,
                        principalTable: "DocumentVersions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Comments_CountedOnly",
                table: "Comments",
                column: "ConsultationId",
                filter: "\"CountedAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Comments_EnteredForId",
                table: "Comments",
                column: "EnteredForId");

            migrationBuilder.CreateIndex(
                name: "IX_Comments_MeetingId",
                table: "Comments",
                column: "MeetingId");

            migrationBuilder.CreateIndex(
                name: "IX_Comments_SectionId",
                table: "Comments",
                column: "SectionId");

            migrationBuilder.CreateIndex(
                name: "IX_AnswerForms_Code",
                table: "AnswerForms",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AnswerForms_ConsultationId_Run",
                table: "AnswerForms",
                columns: new[] { "ConsultationId", "Run" });

            migrationBuilder.CreateIndex(
                name: "IX_AnswerForms_MadeById",
                table: "AnswerForms",
                column: "MadeById");

            migrationBuilder.CreateIndex(
                name: "IX_DocumentVersions_ById",
                table: "DocumentVersions",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_DocumentVersions_DocumentId_Number",
                table: "DocumentVersions",
                columns: new[] { "DocumentId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_EnteredAnswers_ConsultationId_CommentId",
                table: "EnteredAnswers",
                columns: new[] { "ConsultationId", "CommentId" });

            migrationBuilder.CreateIndex(
                name: "IX_EnteredAnswers_EnteredById",
                table: "EnteredAnswers",
                column: "EnteredById");

            migrationBuilder.CreateIndex(
                name: "IX_EnteredAnswers_FormId",
                table: "EnteredAnswers",
                column: "FormId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Meetings_ConsultationId_HeldOn",
                table: "Meetings",
                columns: new[] { "ConsultationId", "HeldOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Meetings_EnteredById",
                table: "Meetings",
                column: "EnteredById");

            migrationBuilder.CreateIndex(
                name: "IX_Meetings_EnteredForId",
                table: "Meetings",
                column: "EnteredForId");

            migrationBuilder.CreateIndex(
                name: "IX_VersionSections_VersionId_Anchor",
                table: "VersionSections",
                columns: new[] { "VersionId", "Anchor" },
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "FK_Comments_Bodies_EnteredForId",
                table: "Comments",
                column: "EnteredForId",
                principalTable: "Bodies",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Comments_Meetings_MeetingId",
                table: "Comments",
                column: "MeetingId",
                principalTable: "Meetings",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Comments_VersionSections_SectionId",
                table: "Comments",
                column: "SectionId",
                principalTable: "VersionSections",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Comments_Bodies_EnteredForId",
                table: "Comments");

            migrationBuilder.DropForeignKey(
                name: "FK_Comments_Meetings_MeetingId",
                table: "Comments");

            migrationBuilder.DropForeignKey(
                name: "FK_Comments_VersionSections_SectionId",
                table: "Comments");

            migrationBuilder.DropTable(
                name: "EnteredAnswers");

            migrationBuilder.DropTable(
                name: "Meetings");

            migrationBuilder.DropTable(
                name: "VersionSections");

            migrationBuilder.DropTable(
                name: "AnswerForms");

            migrationBuilder.DropTable(
                name: "DocumentVersions");

            migrationBuilder.DropIndex(
                name: "IX_Comments_CountedOnly",
                table: "Comments");

            migrationBuilder.DropIndex(
                name: "IX_Comments_EnteredForId",
                table: "Comments");

            migrationBuilder.DropIndex(
                name: "IX_Comments_MeetingId",
                table: "Comments");

            migrationBuilder.DropIndex(
                name: "IX_Comments_SectionId",
                table: "Comments");

            migrationBuilder.DropColumn(
                name: "AwaitsPublishing",
                table: "Documents");

            migrationBuilder.DropColumn(
                name: "Channel",
                table: "Comments");

            migrationBuilder.DropColumn(
                name: "CountedAt",
                table: "Comments");

            migrationBuilder.DropColumn(
                name: "EnteredForId",
                table: "Comments");

            migrationBuilder.DropColumn(
                name: "IsNotToBeQuoted",
                table: "Comments");

            migrationBuilder.DropColumn(
                name: "MeetingId",
                table: "Comments");

            migrationBuilder.DropColumn(
                name: "SectionId",
                table: "Comments");
        }
    }
}

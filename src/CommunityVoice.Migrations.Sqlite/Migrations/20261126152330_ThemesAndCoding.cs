using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CommunityVoice.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class ThemesAndCoding : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "ParentId",
                table: "Themes",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ReplacedById",
                table: "Themes",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Comparisons",
                columns: table => new
                {
                    ConsultationId = table.Column<long>(type: "INTEGER", nullable: false),
                    Comments = table.Column<int>(type: "INTEGER", nullable: false),
                    NewestId = table.Column<long>(type: "INTEGER", nullable: false),
                    EditedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Comparisons", x => x.ConsultationId);
                });

            migrationBuilder.CreateTable(
                name: "DoubleCodings",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ConsultationId = table.Column<long>(type: "INTEGER", nullable: false),
                    StartedById = table.Column<Guid>(type: "TEXT", nullable: false),
                    StartedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    FirstCoderId = table.Column<Guid>(type: "TEXT", nullable: true),
                    SecondCoderId = table.Column<Guid>(type: "TEXT", nullable: true),
                    GivenAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DoubleCodings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DoubleCodings_Consultations_ConsultationId",
                        column: x => x.ConsultationId,
                        principalTable: "Consultations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "NearCopies",
                columns: table => new
                {
                    CommentId = table.Column<long>(type: "INTEGER", nullable: false),
                    FirstId = table.Column<long>(type: "INTEGER", nullable: false),
                    ConsultationId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NearCopies", x => x.CommentId);
                    table.ForeignKey(
                        name: "FK_NearCopies_Comments_CommentId",
                        column: x => x.CommentId,
                        principalTable: "Comments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SuggestionAnswers",
                columns: table => new
                {
                    CommentId = table.Column<long>(type: "INTEGER", nullable: false),
                    ThemeId = table.Column<long>(type: "INTEGER", nullable: false),
                    ById = table.Column<Guid>(type: "TEXT", nullable: false),
                    IsAccepted = table.Column<bool>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SuggestionAnswers", x => new { x.CommentId, x.ThemeId, x.ById });
                    table.ForeignKey(
                        name: "FK_SuggestionAnswers_Comments_CommentId",
                        column: x => x.CommentId,
                        principalTable: "Comments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_SuggestionAnswers_Themes_ThemeId",
                        column: x => x.ThemeId,
                        principalTable: "Themes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ThemeListVersions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AreaId = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Csv = table.Column<string>(type: "TEXT", nullable: false),
                    ById = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ThemeListVersions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ThemeListVersions_Areas_AreaId",
                        column: x => x.AreaId,
                        principalTable: "Areas",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DoubleCodedComments",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    DoubleCodingId = table.Column<long>(type: "INTEGER", nullable: false),
                    CommentId = table.Column<long>(type: "INTEGER", nullable: false),
                    Place = table.Column<int>(type: "INTEGER", nullable: false),
                    First = table.Column<string>(type: "TEXT", nullable: true),
                    Second = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DoubleCodedComments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DoubleCodedComments_Comments_CommentId",
                        column: x => x.CommentId,
                        principalTable: "Comments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_DoubleCodedComments_DoubleCodings_DoubleCodingId",
                        column: x => x.DoubleCodingId,
                        principalTable: "DoubleCodings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Rulings",
                columns: table => new
                {
                    DoubleCodedCommentId = table.Column<long>(type: "INTEGER", nullable: false),
                    ThemeId = table.Column<long>(type: "INTEGER", nullable: false),
                    Gives = table.Column<bool>(type: "INTEGER", nullable: false),
                    ById = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Rulings", x => new { x.DoubleCodedCommentId, x.ThemeId });
                    table.ForeignKey(
                        name: "FK_Rulings_DoubleCodedComments_DoubleCodedCommentId",
                        column: x => x.DoubleCodedCommentId,
                        principalTable: "DoubleCodedComments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Rulings_Themes_ThemeId",
                        column: x => x.ThemeId,
                        principalTable: "Themes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Themes_ParentId",
                table: "Themes",
                column: "ParentId");

            migrationBuilder.CreateIndex(
                name: "IX_Themes_ReplacedById",
                table: "Themes",
                column: "ReplacedById");

            migrationBuilder.CreateIndex(
                name: "IX_DoubleCodedComments_CommentId",
                table: "DoubleCodedComments",
                column: "CommentId");

            migrationBuilder.CreateIndex(
                name: "IX_DoubleCodedComments_DoubleCodingId_Place",
                table: "DoubleCodedComments",
                columns: new[] { "DoubleCodingId", "Place" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DoubleCodings_ConsultationId",
                table: "DoubleCodings",
                column: "ConsultationId");

            migrationBuilder.CreateIndex(
                name: "IX_NearCopies_ConsultationId_FirstId",
                table: "NearCopies",
                columns: new[] { "ConsultationId", "FirstId" });

            migrationBuilder.CreateIndex(
                name: "IX_NearCopies_FirstId",
                table: "NearCopies",
                column: "FirstId");

            migrationBuilder.CreateIndex(
                name: "IX_Rulings_ThemeId",
                table: "Rulings",
                column: "ThemeId");

            migrationBuilder.CreateIndex(
                name: "IX_SuggestionAnswers_ThemeId",
                table: "SuggestionAnswers",
                column: "ThemeId");

            migrationBuilder.CreateIndex(
                name: "IX_ThemeListVersions_AreaId_Number",
                table: "ThemeListVersions",
                columns: new[] { "AreaId", "Number" },
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "FK_Themes_Themes_ParentId",
                table: "Themes",
                column: "ParentId",
                principalTable: "Themes",
                principalColumn: "Id",
                onDelete: ReferentialAction.SetNull);

            migrationBuilder.AddForeignKey(
                name: "FK_Themes_Themes_ReplacedById",
                table: "Themes",
                column: "ReplacedById",
                principalTable: "Themes",
                principalColumn: "Id",
                onDelete: ReferentialAction.SetNull);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Themes_Themes_ParentId",
                table: "Themes");

            migrationBuilder.DropForeignKey(
                name: "FK_Themes_Themes_ReplacedById",
                table: "Themes");

            migrationBuilder.DropTable(
                name: "Comparisons");

            migrationBuilder.DropTable(
                name: "NearCopies");

            migrationBuilder.DropTable(
                name: "Rulings");

            migrationBuilder.DropTable(
                name: "SuggestionAnswers");

            migrationBuilder.DropTable(
                name: "ThemeListVersions");

            migrationBuilder.DropTable(
                name: "DoubleCodedComments");

            migrationBuilder.DropTable(
                name: "DoubleCodings");

            migrationBuilder.DropIndex(
                name: "IX_Themes_ParentId",
                table: "Themes");

            migrationBuilder.DropIndex(
                name: "IX_Themes_ReplacedById",
                table: "Themes");

            migrationBuilder.DropColumn(
                name: "ParentId",
                table: "Themes");

            migrationBuilder.DropColumn(
                name: "ReplacedById",
                table: "Themes");
        }
    }
}

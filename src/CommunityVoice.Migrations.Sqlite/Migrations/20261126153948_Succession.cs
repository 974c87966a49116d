using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CommunityVoice.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Succession : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Bodies_Bodies_SuccessorId",
                table: "Bodies");

            migrationBuilder.DropIndex(
                name: "IX_Bodies_SuccessorId",
                table: "Bodies");

            migrationBuilder.DropColumn(
                name: "SuccessorId",
                table: "Bodies");

            migrationBuilder.CreateTable(
                name: "BodyStandings",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    BodyId = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    HostedBy = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    StartsOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    ById = table.Column<Guid>(type: "TEXT", nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BodyStandings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_BodyStandings_Bodies_BodyId",
                        column: x => x.BodyId,
                        principalTable: "Bodies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "HandOvers",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    FromId = table.Column<long>(type: "INTEGER", nullable: false),
                    ToId = table.Column<long>(type: "INTEGER", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    MovesDuties = table.Column<bool>(type: "INTEGER", nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    DecidedById = table.Column<Guid>(type: "TEXT", nullable: false),
                    DecidedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    CalledOffAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HandOvers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_HandOvers_Bodies_FromId",
                        column: x => x.FromId,
                        principalTable: "Bodies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_HandOvers_Bodies_ToId",
                        column: x => x.ToId,
                        principalTable: "Bodies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OwnAreas",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    About = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    AuthorId = table.Column<Guid>(type: "TEXT", nullable: true),
                    PlaceId = table.Column<long>(type: "INTEGER", nullable: false),
                    Parts = table.Column<string>(type: "TEXT", maxLength: 8000, nullable: false),
                    Postcodes = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    ProposedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    PublishedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    AreaId = table.Column<long>(type: "INTEGER", nullable: true),
                    DeclinedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    DeclinedBecause = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OwnAreas", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OwnAreas_Areas_AreaId",
                        column: x => x.AreaId,
                        principalTable: "Areas",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_OwnAreas_Areas_PlaceId",
                        column: x => x.PlaceId,
                        principalTable: "Areas",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_OwnAreas_People_AuthorId",
                        column: x => x.AuthorId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "HandedRemit",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    HandOverId = table.Column<long>(type: "INTEGER", nullable: false),
                    EndedId = table.Column<long>(type: "INTEGER", nullable: false),
                    GivenId = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HandedRemit", x => x.Id);
                    table.ForeignKey(
                        name: "FK_HandedRemit_HandOvers_HandOverId",
                        column: x => x.HandOverId,
                        principalTable: "HandOvers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_HandedRemit_Remits_EndedId",
                        column: x => x.EndedId,
                        principalTable: "Remits",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_HandedRemit_Remits_GivenId",
                        column: x => x.GivenId,
                        principalTable: "Remits",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateIndex(
                name: "IX_BodyStandings_BodyId",
                table: "BodyStandings",
                column: "BodyId");

            migrationBuilder.CreateIndex(
                name: "IX_HandedRemit_EndedId",
                table: "HandedRemit",
                column: "EndedId");

            migrationBuilder.CreateIndex(
                name: "IX_HandedRemit_GivenId",
                table: "HandedRemit",
                column: "GivenId");

            migrationBuilder.CreateIndex(
                name: "IX_HandedRemit_HandOverId",
                table: "HandedRemit",
                column: "HandOverId");

            migrationBuilder.CreateIndex(
                name: "IX_HandOvers_FromId",
                table: "HandOvers",
                column: "FromId");

            migrationBuilder.CreateIndex(
                name: "IX_HandOvers_ToId",
                table: "HandOvers",
                column: "ToId");

            migrationBuilder.CreateIndex(
                name: "IX_OwnAreas_AreaId",
                table: "OwnAreas",
                column: "AreaId");

            migrationBuilder.CreateIndex(
                name: "IX_OwnAreas_AuthorId",
                table: "OwnAreas",
                column: "AuthorId");

            migrationBuilder.CreateIndex(
                name: "IX_OwnAreas_PlaceId",
                table: "OwnAreas",
                column: "PlaceId");

            migrationBuilder.CreateIndex(
                name: "IX_OwnAreas_PublishedAt",
                table: "OwnAreas",
                column: "PublishedAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "BodyStandings");

            migrationBuilder.DropTable(
                name: "HandedRemit");

            migrationBuilder.DropTable(
                name: "OwnAreas");

            migrationBuilder.DropTable(
                name: "HandOvers");

            migrationBuilder.AddColumn<long>(
                name: "SuccessorId",
                table: "Bodies",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Bodies_SuccessorId",
                table: "Bodies",
                column: "SuccessorId");

            migrationBuilder.AddForeignKey(
                name: "FK_Bodies_Bodies_SuccessorId",
                table: "Bodies",
                column: "SuccessorId",
                principalTable: "Bodies",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }
    }
}

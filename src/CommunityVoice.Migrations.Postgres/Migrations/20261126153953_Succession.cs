using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace CommunityVoice.Migrations.Postgres.Migrations
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    BodyId = table.Column<long>(type: "bigint", nullable: false),
                    Kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    HostedBy = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    StartsOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    ById = table.Column<Guid>(type: "uuid", nullable: true),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    FromId = table.Column<long>(type: "bigint", nullable: false),
                    ToId = table.Column<long>(type: "bigint", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    MovesDuties = table.Column<bool>(type: "boolean", nullable: false),
                    Note = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    DecidedById = table.Column<Guid>(type: "uuid", nullable: false),
                    DecidedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    CalledOffAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    About = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    AuthorId = table.Column<Guid>(type: "uuid", nullable: true),
                    PlaceId = table.Column<long>(type: "bigint", nullable: false),
                    Parts = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: false),
                    Postcodes = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    ProposedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    PublishedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    AreaId = table.Column<long>(type: "bigint", nullable: true),
                    DeclinedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    DeclinedBecause = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true)
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    HandOverId = table.Column<long>(type: "bigint", nullable: false),
                    EndedId = table.Column<long>(type: "bigint", nullable: false),
                    GivenId = table.Column<long>(type: "bigint", nullable: true)
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
                type: "bigint",
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

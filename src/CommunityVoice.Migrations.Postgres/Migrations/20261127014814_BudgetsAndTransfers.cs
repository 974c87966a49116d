using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace CommunityVoice.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class BudgetsAndTransfers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "BudgetHoldings",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    RemitId = table.Column<long>(type: "bigint", nullable: false),
                    For = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    StartsOn = table.Column<DateOnly>(type: "date", nullable: false),
                    EndsOn = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BudgetHoldings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_BudgetHoldings_Remits_RemitId",
                        column: x => x.RemitId,
                        principalTable: "Remits",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ResourceTransfers",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    FromId = table.Column<long>(type: "bigint", nullable: false),
                    FromAreaId = table.Column<long>(type: "bigint", nullable: false),
                    ToId = table.Column<long>(type: "bigint", nullable: false),
                    ToAreaId = table.Column<long>(type: "bigint", nullable: false),
                    Pence = table.Column<long>(type: "bigint", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    For = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Source = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    StrategyId = table.Column<long>(type: "bigint", nullable: true),
                    Action = table.Column<int>(type: "integer", nullable: true),
                    ReversesId = table.Column<long>(type: "bigint", nullable: true),
                    Reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    ById = table.Column<Guid>(type: "uuid", nullable: true),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ResourceTransfers", x => x.Id);
                    table.CheckConstraint("CK_ResourceTransfers_Pence", "\"Pence\" <> 0");
                    table.ForeignKey(
                        name: "FK_ResourceTransfers_Areas_FromAreaId",
                        column: x => x.FromAreaId,
                        principalTable: "Areas",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ResourceTransfers_Areas_ToAreaId",
                        column: x => x.ToAreaId,
                        principalTable: "Areas",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ResourceTransfers_Bodies_FromId",
                        column: x => x.FromId,
                        principalTable: "Bodies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ResourceTransfers_Bodies_ToId",
                        column: x => x.ToId,
                        principalTable: "Bodies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ResourceTransfers_ResourceTransfers_ReversesId",
                        column: x => x.ReversesId,
                        principalTable: "ResourceTransfers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ResourceTransfers_Strategies_StrategyId",
                        column: x => x.StrategyId,
                        principalTable: "Strategies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_BudgetHoldings_RemitId",
                table: "BudgetHoldings",
                column: "RemitId");

            migrationBuilder.CreateIndex(
                name: "IX_ResourceTransfers_FromAreaId_On",
                table: "ResourceTransfers",
                columns: new[] { "FromAreaId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_ResourceTransfers_FromId",
                table: "ResourceTransfers",
                column: "FromId");

            migrationBuilder.CreateIndex(
                name: "IX_ResourceTransfers_ReversesId",
                table: "ResourceTransfers",
                column: "ReversesId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ResourceTransfers_StrategyId",
                table: "ResourceTransfers",
                column: "StrategyId");

            migrationBuilder.CreateIndex(
                name: "IX_ResourceTransfers_ToAreaId_On",
                table: "ResourceTransfers",
                columns: new[] { "ToAreaId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_ResourceTransfers_ToId",
                table: "ResourceTransfers",
                column: "ToId");

            migrationBuilder.CreateTable(
                name: "StrategyAuthors",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    StrategyId = table.Column<long>(type: "bigint", nullable: false),
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
                    table.PrimaryKey("PK_StrategyAuthors", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StrategyAuthors_Bodies_BodyId",
                        column: x => x.BodyId,
                        principalTable: "Bodies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_StrategyAuthors_People_DeclinedById",
                        column: x => x.DeclinedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_StrategyAuthors_People_SignedById",
                        column: x => x.SignedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_StrategyAuthors_Strategies_StrategyId",
                        column: x => x.StrategyId,
                        principalTable: "Strategies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_StrategyAuthors_BodyId",
                table: "StrategyAuthors",
                column: "BodyId");

            migrationBuilder.CreateIndex(
                name: "IX_StrategyAuthors_DeclinedById",
                table: "StrategyAuthors",
                column: "DeclinedById");

            migrationBuilder.CreateIndex(
                name: "IX_StrategyAuthors_StrategyId_BodyId",
                table: "StrategyAuthors",
                columns: new[] { "StrategyId", "BodyId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_StrategyAuthors_SignedById",
                table: "StrategyAuthors",
                column: "SignedById");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "StrategyAuthors");

            migrationBuilder.DropTable(
                name: "BudgetHoldings");

            migrationBuilder.DropTable(
                name: "ResourceTransfers");
        }
    }
}

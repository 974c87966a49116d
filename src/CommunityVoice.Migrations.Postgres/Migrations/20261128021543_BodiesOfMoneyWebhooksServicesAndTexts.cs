using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace CommunityVoice.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class BodiesOfMoneyWebhooksServicesAndTexts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_SummaryAuthors_SummaryId_BodyId",
                table: "SummaryAuthors");

            migrationBuilder.DropIndex(
                name: "IX_StrategyAuthors_StrategyId_BodyId",
                table: "StrategyAuthors");

            migrationBuilder.AddColumn<string>(
                name: "MapsTo",
                table: "Themes",
                type: "character varying(500)",
                maxLength: 500,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AlterColumn<string>(
                name: "About",
                table: "Elements",
                type: "character varying(2000)",
                maxLength: 2000,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(500)",
                oldMaxLength: 500);

            migrationBuilder.AddColumn<string>(
                name: "DirectoryId",
                table: "Elements",
                type: "character varying(100)",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ProviderId",
                table: "Elements",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ProviderName",
                table: "Elements",
                type: "character varying(200)",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Website",
                table: "Elements",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "BodyId",
                table: "Decisions",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "PayeeId",
                table: "BudgetLines",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "PayerId",
                table: "BudgetLines",
                type: "bigint",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Webhooks",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    BodyId = table.Column<long>(type: "bigint", nullable: false),
                    Address = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    Kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    TargetId = table.Column<long>(type: "bigint", nullable: false),
                    KeptSecret = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    StartedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    GivenUp = table.Column<int>(type: "integer", nullable: false),
                    SwitchedOffAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    EndedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Webhooks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Webhooks_Bodies_BodyId",
                        column: x => x.BodyId,
                        principalTable: "Bodies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "WebhookDeliveries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    WebhookId = table.Column<long>(type: "bigint", nullable: false),
                    Key = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Type = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Title = table.Column<string>(type: "text", nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false),
                    SavedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    DueAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Tries = table.Column<int>(type: "integer", nullable: false),
                    SentAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    GivenUpAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Status = table.Column<int>(type: "integer", nullable: true),
                    Problem = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WebhookDeliveries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_WebhookDeliveries_Webhooks_WebhookId",
                        column: x => x.WebhookId,
                        principalTable: "Webhooks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_SummaryAuthors_SummaryId_BodyId",
                table: "SummaryAuthors",
                columns: new[] { "SummaryId", "BodyId" },
                unique: true,
                filter: "\"LeftAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_StrategyAuthors_StrategyId_BodyId",
                table: "StrategyAuthors",
                columns: new[] { "StrategyId", "BodyId" },
                unique: true,
                filter: "\"LeftAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Elements_AreaId_DirectoryId",
                table: "Elements",
                columns: new[] { "AreaId", "DirectoryId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Elements_ProviderId",
                table: "Elements",
                column: "ProviderId");

            migrationBuilder.CreateIndex(
                name: "IX_Decisions_BodyId",
                table: "Decisions",
                column: "BodyId");

            migrationBuilder.CreateIndex(
                name: "IX_BudgetLines_PayeeId",
                table: "BudgetLines",
                column: "PayeeId");

            migrationBuilder.CreateIndex(
                name: "IX_BudgetLines_PayerId",
                table: "BudgetLines",
                column: "PayerId");

            migrationBuilder.CreateIndex(
                name: "IX_WebhookDeliveries_DueAt",
                table: "WebhookDeliveries",
                column: "DueAt",
                filter: "\"SentAt\" IS NULL AND \"GivenUpAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_WebhookDeliveries_WebhookId_Key",
                table: "WebhookDeliveries",
                columns: new[] { "WebhookId", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Webhooks_BodyId",
                table: "Webhooks",
                column: "BodyId");

            migrationBuilder.AddForeignKey(
                name: "FK_BudgetLines_Bodies_PayeeId",
                table: "BudgetLines",
                column: "PayeeId",
                principalTable: "Bodies",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_BudgetLines_Bodies_PayerId",
                table: "BudgetLines",
                column: "PayerId",
                principalTable: "Bodies",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Decisions_Bodies_BodyId",
                table: "Decisions",
                column: "BodyId",
                principalTable: "Bodies",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Elements_Bodies_ProviderId",
                table: "Elements",
                column: "ProviderId",
                principalTable: "Bodies",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.CreateTable(
                name: "PhoneCodes",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    NumberHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    CodeHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Tries = table.Column<int>(type: "integer", nullable: false),
                    AskedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ExpiresAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    UsedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    SupersededAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PhoneCodes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PhoneCodes_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Phones",
                columns: table => new
                {
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    ConfirmedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Phones", x => x.PersonId);
                    table.ForeignKey(
                        name: "FK_Phones_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "TextMessages",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    To = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Text = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    OwnNews = table.Column<int>(type: "integer", nullable: false),
                    OtherNews = table.Column<int>(type: "integer", nullable: false),
                    SaysStop = table.Column<bool>(type: "boolean", nullable: false),
                    WrittenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    SentAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Tries = table.Column<int>(type: "integer", nullable: false),
                    TryAgainAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TextMessages", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TextMessages_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_PhoneCodes_Number",
                table: "PhoneCodes",
                column: "Number");

            migrationBuilder.CreateIndex(
                name: "IX_PhoneCodes_NumberHash_AskedAt",
                table: "PhoneCodes",
                columns: new[] { "NumberHash", "AskedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_PhoneCodes_PersonId_AskedAt",
                table: "PhoneCodes",
                columns: new[] { "PersonId", "AskedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Phones_Number",
                table: "Phones",
                column: "Number");

            migrationBuilder.CreateIndex(
                name: "IX_TextMessages_PersonId_Kind_SentAt",
                table: "TextMessages",
                columns: new[] { "PersonId", "Kind", "SentAt" });

            migrationBuilder.CreateIndex(
                name: "IX_TextMessages_WrittenAt",
                table: "TextMessages",
                column: "WrittenAt",
                filter: "\"SentAt\" IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PhoneCodes");

            migrationBuilder.DropTable(
                name: "Phones");

            migrationBuilder.DropTable(
                name: "TextMessages");

            migrationBuilder.DropForeignKey(
                name: "FK_BudgetLines_Bodies_PayeeId",
                table: "BudgetLines");

            migrationBuilder.DropForeignKey(
                name: "FK_BudgetLines_Bodies_PayerId",
                table: "BudgetLines");

            migrationBuilder.DropForeignKey(
                name: "FK_Decisions_Bodies_BodyId",
                table: "Decisions");

            migrationBuilder.DropForeignKey(
                name: "FK_Elements_Bodies_ProviderId",
                table: "Elements");

            migrationBuilder.DropTable(
                name: "WebhookDeliveries");

            migrationBuilder.DropTable(
                name: "Webhooks");

            migrationBuilder.DropIndex(
                name: "IX_SummaryAuthors_SummaryId_BodyId",
                table: "SummaryAuthors");

            migrationBuilder.DropIndex(
                name: "IX_StrategyAuthors_StrategyId_BodyId",
                table: "StrategyAuthors");

            migrationBuilder.DropIndex(
                name: "IX_Elements_AreaId_DirectoryId",
                table: "Elements");

            migrationBuilder.DropIndex(
                name: "IX_Elements_ProviderId",
                table: "Elements");

            migrationBuilder.DropIndex(
                name: "IX_Decisions_BodyId",
                table: "Decisions");

            migrationBuilder.DropIndex(
                name: "IX_BudgetLines_PayeeId",
                table: "BudgetLines");

            migrationBuilder.DropIndex(
                name: "IX_BudgetLines_PayerId",
                table: "BudgetLines");

            migrationBuilder.DropColumn(
                name: "MapsTo",
                table: "Themes");

            migrationBuilder.DropColumn(
                name: "DirectoryId",
                table: "Elements");

            migrationBuilder.DropColumn(
                name: "ProviderId",
                table: "Elements");

            migrationBuilder.DropColumn(
                name: "ProviderName",
                table: "Elements");

            migrationBuilder.DropColumn(
                name: "Website",
                table: "Elements");

            migrationBuilder.DropColumn(
                name: "BodyId",
                table: "Decisions");

            migrationBuilder.DropColumn(
                name: "PayeeId",
                table: "BudgetLines");

            migrationBuilder.DropColumn(
                name: "PayerId",
                table: "BudgetLines");

            migrationBuilder.AlterColumn<string>(
                name: "About",
                table: "Elements",
                type: "character varying(500)",
                maxLength: 500,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(2000)",
                oldMaxLength: 2000);

            migrationBuilder.CreateIndex(
                name: "IX_SummaryAuthors_SummaryId_BodyId",
                table: "SummaryAuthors",
                columns: new[] { "SummaryId", "BodyId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_StrategyAuthors_StrategyId_BodyId",
                table: "StrategyAuthors",
                columns: new[] { "StrategyId", "BodyId" },
                unique: true);
        }
    }
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CommunityVoice.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class EveryMethod : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Marks_BallotId",
                table: "Marks");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Marks_Value",
                table: "Marks");

            migrationBuilder.DropIndex(
                name: "IX_LedgerEntries_ReceiptHash",
                table: "LedgerEntries");

            migrationBuilder.AddColumn<int>(
                name: "Agree",
                table: "Priorities",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "CommentId",
                table: "Priorities",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Cost",
                table: "Priorities",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Disagree",
                table: "Priorities",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Pass",
                table: "Priorities",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "SealedAgree",
                table: "Priorities",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "SealedDisagree",
                table: "Priorities",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "SealedPass",
                table: "Priorities",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AlterColumn<int>(
                name: "Value",
                table: "Marks",
                type: "INTEGER",
                nullable: true,
                oldClrType: typeof(int),
                oldType: "INTEGER");

            migrationBuilder.AddColumn<int>(
                name: "Revision",
                table: "Marks",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "SealedValue",
                table: "Marks",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Budget",
                table: "Ballots",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "Completion",
                table: "Ballots",
                type: "TEXT",
                maxLength: 30,
                nullable: false,
                defaultValue: "AddOneThenGreedy");

            migrationBuilder.AddColumn<bool>(
                name: "MixesOptions",
                table: "Ballots",
                type: "INTEGER",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<int>(
                name: "MostPicks",
                table: "Ballots",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "TakesStatements",
                table: "Ballots",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "WhoMayVote",
                table: "Ballots",
                type: "TEXT",
                maxLength: 20,
                nullable: false,
                defaultValue: "EmailConfirmed");

            migrationBuilder.AddColumn<int>(
                name: "Winners",
                table: "Ballots",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<string>(
                name: "Tier",
                table: "BallotPapers",
                type: "TEXT",
                maxLength: 20,
                nullable: false,
                defaultValue: "EmailConfirmed");

            migrationBuilder.CreateTable(
                name: "BallotOutcomes",
                columns: table => new
                {
                    BallotId = table.Column<long>(type: "INTEGER", nullable: false),
                    SealedEntries = table.Column<long>(type: "INTEGER", nullable: false),
                    People = table.Column<int>(type: "INTEGER", nullable: false),
                    Options = table.Column<int>(type: "INTEGER", nullable: false),
                    WorkedOutAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Result = table.Column<string>(type: "TEXT", nullable: false),
                    Detail = table.Column<string>(type: "TEXT", nullable: false),
                    Tables = table.Column<string>(type: "TEXT", nullable: false),
                    TableCounts = table.Column<string>(type: "TEXT", nullable: false),
                    Members = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BallotOutcomes", x => x.BallotId);
                    table.ForeignKey(
                        name: "FK_BallotOutcomes_Ballots_BallotId",
                        column: x => x.BallotId,
                        principalTable: "Ballots",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "EnteredPapers",
                columns: table => new
                {
                    BallotId = table.Column<long>(type: "INTEGER", nullable: false),
                    ParticipantId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FormNumber = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Channel = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    ReceivedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EnteredById = table.Column<Guid>(type: "TEXT", nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EnteredPapers", x => new { x.BallotId, x.ParticipantId });
                    table.ForeignKey(
                        name: "FK_EnteredPapers_Ballots_BallotId",
                        column: x => x.BallotId,
                        principalTable: "Ballots",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_EnteredPapers_Participants_ParticipantId",
                        column: x => x.ParticipantId,
                        principalTable: "Participants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_EnteredPapers_People_EnteredById",
                        column: x => x.EnteredById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "VoterPasses",
                columns: table => new
                {
                    BallotId = table.Column<long>(type: "INTEGER", nullable: false),
                    ParticipantId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Tier = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VoterPasses", x => new { x.BallotId, x.ParticipantId });
                    table.ForeignKey(
                        name: "FK_VoterPasses_Ballots_BallotId",
                        column: x => x.BallotId,
                        principalTable: "Ballots",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_VoterPasses_Participants_ParticipantId",
                        column: x => x.ParticipantId,
                        principalTable: "Participants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "VotingCodes",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    BallotId = table.Column<long>(type: "INTEGER", nullable: false),
                    CodeHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Run = table.Column<int>(type: "INTEGER", nullable: false),
                    MadeAt = table.Column<long>(type: "INTEGER", nullable: false),
                    UsedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    CancelledAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VotingCodes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_VotingCodes_Ballots_BallotId",
                        column: x => x.BallotId,
                        principalTable: "Ballots",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Priorities_CommentId",
                table: "Priorities",
                column: "CommentId");

            migrationBuilder.CreateIndex(
                name: "IX_Marks_BallotId_ParticipantId",
                table: "Marks",
                columns: new[] { "BallotId", "ParticipantId" });

            migrationBuilder.AddCheckConstraint(
                name: "CK_Marks_Value",
                table: "Marks",
                sql: "\"Value\" IN (-1, 0, 1) AND \"SealedValue\" IN (-1, 0, 1)");

            migrationBuilder.CreateIndex(
                name: "IX_LedgerEntries_ReceiptHash",
                table: "LedgerEntries",
                column: "ReceiptHash");

            migrationBuilder.CreateIndex(
                name: "IX_EnteredPapers_BallotId_FormNumber",
                table: "EnteredPapers",
                columns: new[] { "BallotId", "FormNumber" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_EnteredPapers_EnteredById",
                table: "EnteredPapers",
                column: "EnteredById");

            migrationBuilder.CreateIndex(
                name: "IX_EnteredPapers_ParticipantId",
                table: "EnteredPapers",
                column: "ParticipantId");

            migrationBuilder.CreateIndex(
                name: "IX_VoterPasses_ParticipantId",
                table: "VoterPasses",
                column: "ParticipantId");

            migrationBuilder.CreateIndex(
                name: "IX_VotingCodes_BallotId_Run",
                table: "VotingCodes",
                columns: new[] { "BallotId", "Run" });

            migrationBuilder.CreateIndex(
                name: "IX_VotingCodes_CodeHash",
                table: "VotingCodes",
                column: "CodeHash",
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "FK_Priorities_Comments_CommentId",
                table: "Priorities",
                column: "CommentId",
                principalTable: "Comments",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            // What was there before: imported marks are all sealed, their statements are comments, and their counts follow from the marks.
            migrationBuilder.Sql("""UPDATE "Marks" SET "SealedValue" = "Value" """);
            migrationBuilder.Sql("""
                UPDATE "Priorities" SET "CommentId" = "OriginId",
                    "Agree" = (SELECT COUNT(*) FROM "Marks" m WHERE m."PriorityId" = "Priorities"."Id" AND m."Value" = 1),
                    "Disagree" = (SELECT COUNT(*) FROM "Marks" m WHERE m."PriorityId" = "Priorities"."Id" AND m."Value" = -1),
                    "Pass" = (SELECT COUNT(*) FROM "Marks" m WHERE m."PriorityId" = "Priorities"."Id" AND m."Value" = 0)
                WHERE "BallotId" IN (SELECT "Id" FROM "Ballots" WHERE "Method" = 'AgreeDisagreePass')
                """);
            migrationBuilder.Sql("""UPDATE "Priorities" SET "SealedAgree" = "Agree", "SealedDisagree" = "Disagree", "SealedPass" = "Pass" """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Priorities_Comments_CommentId",
                table: "Priorities");

            migrationBuilder.DropTable(
                name: "BallotOutcomes");

            migrationBuilder.DropTable(
                name: "EnteredPapers");

            migrationBuilder.DropTable(
                name: "VoterPasses");

            migrationBuilder.DropTable(
                name: "VotingCodes");

            migrationBuilder.DropIndex(
                name: "IX_Priorities_CommentId",
                table: "Priorities");

            migrationBuilder.DropIndex(
                name: "IX_Marks_BallotId_ParticipantId",
                table: "Marks");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Marks_Value",
                table: "Marks");

            migrationBuilder.DropIndex(
                name: "IX_LedgerEntries_ReceiptHash",
                table: "LedgerEntries");

            migrationBuilder.DropColumn(
                name: "Agree",
                table: "Priorities");

            migrationBuilder.DropColumn(
                name: "CommentId",
                table: "Priorities");

            migrationBuilder.DropColumn(
                name: "Cost",
                table: "Priorities");

            migrationBuilder.DropColumn(
                name: "Disagree",
                table: "Priorities");

            migrationBuilder.DropColumn(
                name: "Pass",
                table: "Priorities");

            migrationBuilder.DropColumn(
                name: "SealedAgree",
                table: "Priorities");

            migrationBuilder.DropColumn(
                name: "SealedDisagree",
                table: "Priorities");

            migrationBuilder.DropColumn(
                name: "SealedPass",
                table: "Priorities");

            migrationBuilder.DropColumn(
                name: "Revision",
                table: "Marks");

            migrationBuilder.DropColumn(
                name: "SealedValue",
                table: "Marks");

            migrationBuilder.DropColumn(
                name: "Budget",
                table: "Ballots");

            migrationBuilder.DropColumn(
                name: "Completion",
                table: "Ballots");

            migrationBuilder.DropColumn(
                name: "MixesOptions",
                table: "Ballots");

            migrationBuilder.DropColumn(
                name: "MostPicks",
                table: "Ballots");

            migrationBuilder.DropColumn(
                name: "TakesStatements",
                table: "Ballots");

            migrationBuilder.DropColumn(
                name: "WhoMayVote",
                table: "Ballots");

            migrationBuilder.DropColumn(
                name: "Winners",
                table: "Ballots");

            migrationBuilder.DropColumn(
                name: "Tier",
                table: "BallotPapers");

            migrationBuilder.AlterColumn<int>(
                name: "Value",
                table: "Marks",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0,
                oldClrType: typeof(int),
                oldType: "INTEGER",
                oldNullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Marks_BallotId",
                table: "Marks",
                column: "BallotId");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Marks_Value",
                table: "Marks",
                sql: "\"Value\" IN (-1, 0, 1)");

            migrationBuilder.CreateIndex(
                name: "IX_LedgerEntries_ReceiptHash",
                table: "LedgerEntries",
                column: "ReceiptHash",
                unique: true);
        }
    }
}

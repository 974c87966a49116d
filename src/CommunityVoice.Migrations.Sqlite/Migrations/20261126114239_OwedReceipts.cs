using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CommunityVoice.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class OwedReceipts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_LedgerEntries_BallotId_Supersedes",
                table: "LedgerEntries");

            migrationBuilder.DropIndex(
                name: "IX_LedgerEntries_Commitment",
                table: "LedgerEntries");

            migrationBuilder.AddColumn<bool>(
                name: "OwesReceipt",
                table: "BallotPapers",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateIndex(
                name: "IX_LedgerEntries_BallotId_Supersedes",
                table: "LedgerEntries",
                columns: new[] { "BallotId", "Supersedes" },
                unique: true,
                filter: "\"Sequence\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_LedgerEntries_Commitment",
                table: "LedgerEntries",
                column: "Commitment",
                unique: true,
                filter: "\"Sequence\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_BallotPapers_OwesReceipt",
                table: "BallotPapers",
                column: "OwesReceipt",
                filter: "\"OwesReceipt\"");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_LedgerEntries_BallotId_Supersedes",
                table: "LedgerEntries");

            migrationBuilder.DropIndex(
                name: "IX_LedgerEntries_Commitment",
                table: "LedgerEntries");

            migrationBuilder.DropIndex(
                name: "IX_BallotPapers_OwesReceipt",
                table: "BallotPapers");

            migrationBuilder.DropColumn(
                name: "OwesReceipt",
                table: "BallotPapers");

            migrationBuilder.CreateIndex(
                name: "IX_LedgerEntries_BallotId_Supersedes",
                table: "LedgerEntries",
                columns: new[] { "BallotId", "Supersedes" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LedgerEntries_Commitment",
                table: "LedgerEntries",
                column: "Commitment",
                unique: true);
        }
    }
}

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
            migrationBuilder.AddColumn<bool>(
                name: "OwesReceipt",
                table: "BallotPapers",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

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
                name: "IX_BallotPapers_OwesReceipt",
                table: "BallotPapers");

            migrationBuilder.DropColumn(
                name: "OwesReceipt",
                table: "BallotPapers");
        }
    }
}

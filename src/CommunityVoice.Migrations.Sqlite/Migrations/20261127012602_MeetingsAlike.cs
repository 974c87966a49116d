using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CommunityVoice.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class MeetingsAlike : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "AddedAt",
                table: "ReviewMeetings",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "MovedAt",
                table: "ReviewMeetings",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Moves",
                table: "ReviewMeetings",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            // What nobody wrote down is taken to be when it was last changed.
            migrationBuilder.Sql("UPDATE \"ReviewMeetings\" SET \"AddedAt\" = \"ChangedAt\"");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "AddedAt",
                table: "ReviewMeetings");

            migrationBuilder.DropColumn(
                name: "MovedAt",
                table: "ReviewMeetings");

            migrationBuilder.DropColumn(
                name: "Moves",
                table: "ReviewMeetings");
        }
    }
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CommunityVoice.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class MeetingsAlike : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "AddedAt",
                table: "ReviewMeetings",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTimeOffset(new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)));

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "MovedAt",
                table: "ReviewMeetings",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Moves",
                table: "ReviewMeetings",
                type: "integer",
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

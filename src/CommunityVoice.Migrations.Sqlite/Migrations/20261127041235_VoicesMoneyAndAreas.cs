using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CommunityVoice.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class VoicesMoneyAndAreas : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Focus",
                table: "StrategyVersions",
                type: "TEXT",
                maxLength: 300,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "FocusYear",
                table: "StrategyVersions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Alignment",
                table: "StrategyActions",
                type: "TEXT",
                maxLength: 500,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Horizon",
                table: "StrategyActions",
                type: "TEXT",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Shift",
                table: "StrategyActions",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

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

            // Nobody wrote down when a meeting was added: it is taken to be when it was last changed.
            migrationBuilder.Sql("UPDATE \"ReviewMeetings\" SET \"AddedAt\" = \"ChangedAt\"");

            migrationBuilder.AddColumn<string>(
                name: "AboutOther",
                table: "Comments",
                type: "TEXT",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Stance",
                table: "Codings",
                type: "TEXT",
                maxLength: 20,
                nullable: false,
                defaultValue: "Neither");

            migrationBuilder.AddColumn<string>(
                name: "OwnShift",
                table: "BudgetLines",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "EndsBecause",
                table: "Areas",
                type: "TEXT",
                maxLength: 500,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "BudgetHoldings",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    RemitId = table.Column<long>(type: "INTEGER", nullable: false),
                    For = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    StartsOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EndsOn = table.Column<DateOnly>(type: "TEXT", nullable: true)
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
                name: "EqualityAnswers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ConsultationId = table.Column<long>(type: "INTEGER", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Question = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EqualityAnswers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EqualityAnswers_Consultations_ConsultationId",
                        column: x => x.ConsultationId,
                        principalTable: "Consultations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "EqualityTables",
                columns: table => new
                {
                    ConsultationId = table.Column<long>(type: "INTEGER", nullable: false),
                    Stamp = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    CountedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Tables = table.Column<string>(type: "TEXT", nullable: false),
                    Kept = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EqualityTables", x => x.ConsultationId);
                    table.ForeignKey(
                        name: "FK_EqualityTables_Consultations_ConsultationId",
                        column: x => x.ConsultationId,
                        principalTable: "Consultations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Exemplars",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AreaId = table.Column<long>(type: "INTEGER", nullable: false),
                    ByBodyId = table.Column<long>(type: "INTEGER", nullable: false),
                    ItemId = table.Column<long>(type: "INTEGER", nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    Figure = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Before = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    BeforeOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    After = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    AfterOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Method = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Link = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    ById = table.Column<Guid>(type: "TEXT", nullable: true),
                    TakenBackAt = table.Column<long>(type: "INTEGER", nullable: true),
                    TakenBackReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Exemplars", x => x.Id);
                    table.CheckConstraint("CK_Exemplars_Days", "\"BeforeOn\" < \"AfterOn\"");
                    table.ForeignKey(
                        name: "FK_Exemplars_Areas_AreaId",
                        column: x => x.AreaId,
                        principalTable: "Areas",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Exemplars_Bodies_ByBodyId",
                        column: x => x.ByBodyId,
                        principalTable: "Bodies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Exemplars_FrameworkItems_ItemId",
                        column: x => x.ItemId,
                        principalTable: "FrameworkItems",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Exemplars_People_ById",
                        column: x => x.ById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "FormerAreaNames",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AreaId = table.Column<long>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FormerAreaNames", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FormerAreaNames_Areas_AreaId",
                        column: x => x.AreaId,
                        principalTable: "Areas",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ItemThreads",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ReviewId = table.Column<long>(type: "INTEGER", nullable: false),
                    ItemId = table.Column<long>(type: "INTEGER", nullable: false),
                    RootId = table.Column<long>(type: "INTEGER", nullable: false),
                    EndsOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ByBodyId = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    ById = table.Column<Guid>(type: "TEXT", nullable: true),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    EndedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    NoActionBecause = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Edits = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ItemThreads", x => x.Id);
                    table.CheckConstraint("CK_ItemThreads_Ended", "\"EndedAt\" IS NOT NULL OR \"NoActionBecause\" = ''");
                    table.ForeignKey(
                        name: "FK_ItemThreads_Bodies_ByBodyId",
                        column: x => x.ByBodyId,
                        principalTable: "Bodies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ItemThreads_Comments_RootId",
                        column: x => x.RootId,
                        principalTable: "Comments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ItemThreads_FrameworkItems_ItemId",
                        column: x => x.ItemId,
                        principalTable: "FrameworkItems",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ItemThreads_People_ById",
                        column: x => x.ById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_ItemThreads_People_EndedById",
                        column: x => x.EndedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_ItemThreads_Reviews_ReviewId",
                        column: x => x.ReviewId,
                        principalTable: "Reviews",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PrivateNotes",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ConsultationId = table.Column<long>(type: "INTEGER", nullable: false),
                    AuthorId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Body = table.Column<string>(type: "TEXT", maxLength: 10000, nullable: false),
                    SentAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    AnsweredById = table.Column<Guid>(type: "TEXT", nullable: true),
                    AnsweredAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PrivateNotes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PrivateNotes_Consultations_ConsultationId",
                        column: x => x.ConsultationId,
                        principalTable: "Consultations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PrivateNotes_People_AnsweredById",
                        column: x => x.AnsweredById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_PrivateNotes_People_AuthorId",
                        column: x => x.AuthorId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ResourceTransfers",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    FromId = table.Column<long>(type: "INTEGER", nullable: false),
                    FromAreaId = table.Column<long>(type: "INTEGER", nullable: false),
                    ToId = table.Column<long>(type: "INTEGER", nullable: false),
                    ToAreaId = table.Column<long>(type: "INTEGER", nullable: false),
                    Pence = table.Column<long>(type: "INTEGER", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    For = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    StrategyId = table.Column<long>(type: "INTEGER", nullable: true),
                    Action = table.Column<int>(type: "INTEGER", nullable: true),
                    ReversesId = table.Column<long>(type: "INTEGER", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    ById = table.Column<Guid>(type: "TEXT", nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
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
                        name: "FK_ResourceTransfers_People_ById",
                        column: x => x.ById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
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

            migrationBuilder.CreateTable(
                name: "StrategyAuthors",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    StrategyId = table.Column<long>(type: "INTEGER", nullable: false),
                    BodyId = table.Column<long>(type: "INTEGER", nullable: false),
                    AskedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    SignedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    SignedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    DeclinedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    DeclinedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    DeclineReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Edits = table.Column<int>(type: "INTEGER", nullable: false)
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

            migrationBuilder.CreateTable(
                name: "ThreadActions",
                columns: table => new
                {
                    ThreadId = table.Column<long>(type: "INTEGER", nullable: false),
                    StrategyId = table.Column<long>(type: "INTEGER", nullable: false),
                    Action = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ThreadActions", x => new { x.ThreadId, x.StrategyId, x.Action });
                    table.ForeignKey(
                        name: "FK_ThreadActions_ItemThreads_ThreadId",
                        column: x => x.ThreadId,
                        principalTable: "ItemThreads",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ThreadActions_Strategies_StrategyId",
                        column: x => x.StrategyId,
                        principalTable: "Strategies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_StrategyVersions_FocusYear",
                table: "StrategyVersions",
                column: "FocusYear");

            migrationBuilder.CreateIndex(
                name: "IX_BudgetHoldings_RemitId",
                table: "BudgetHoldings",
                column: "RemitId");

            migrationBuilder.CreateIndex(
                name: "IX_EqualityAnswers_ConsultationId_Key_Question",
                table: "EqualityAnswers",
                columns: new[] { "ConsultationId", "Key", "Question" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Exemplars_AreaId",
                table: "Exemplars",
                column: "AreaId");

            migrationBuilder.CreateIndex(
                name: "IX_Exemplars_ByBodyId",
                table: "Exemplars",
                column: "ByBodyId");

            migrationBuilder.CreateIndex(
                name: "IX_Exemplars_ById",
                table: "Exemplars",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_Exemplars_ItemId",
                table: "Exemplars",
                column: "ItemId");

            migrationBuilder.CreateIndex(
                name: "IX_FormerAreaNames_AreaId",
                table: "FormerAreaNames",
                column: "AreaId");

            migrationBuilder.CreateIndex(
                name: "IX_ItemThreads_ByBodyId",
                table: "ItemThreads",
                column: "ByBodyId");

            migrationBuilder.CreateIndex(
                name: "IX_ItemThreads_ById",
                table: "ItemThreads",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_ItemThreads_EndedById",
                table: "ItemThreads",
                column: "EndedById");

            migrationBuilder.CreateIndex(
                name: "IX_ItemThreads_ItemId",
                table: "ItemThreads",
                column: "ItemId");

            migrationBuilder.CreateIndex(
                name: "IX_ItemThreads_ReviewId_ItemId_RootId",
                table: "ItemThreads",
                columns: new[] { "ReviewId", "ItemId", "RootId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ItemThreads_RootId",
                table: "ItemThreads",
                column: "RootId");

            migrationBuilder.CreateIndex(
                name: "IX_PrivateNotes_AnsweredAt_Id",
                table: "PrivateNotes",
                columns: new[] { "AnsweredAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_PrivateNotes_AnsweredById",
                table: "PrivateNotes",
                column: "AnsweredById");

            migrationBuilder.CreateIndex(
                name: "IX_PrivateNotes_AuthorId_SentAt",
                table: "PrivateNotes",
                columns: new[] { "AuthorId", "SentAt" });

            migrationBuilder.CreateIndex(
                name: "IX_PrivateNotes_ConsultationId",
                table: "PrivateNotes",
                column: "ConsultationId");

            migrationBuilder.CreateIndex(
                name: "IX_ResourceTransfers_ById",
                table: "ResourceTransfers",
                column: "ById");

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

            migrationBuilder.CreateIndex(
                name: "IX_StrategyAuthors_BodyId",
                table: "StrategyAuthors",
                column: "BodyId");

            migrationBuilder.CreateIndex(
                name: "IX_StrategyAuthors_DeclinedById",
                table: "StrategyAuthors",
                column: "DeclinedById");

            migrationBuilder.CreateIndex(
                name: "IX_StrategyAuthors_SignedById",
                table: "StrategyAuthors",
                column: "SignedById");

            migrationBuilder.CreateIndex(
                name: "IX_StrategyAuthors_StrategyId_BodyId",
                table: "StrategyAuthors",
                columns: new[] { "StrategyId", "BodyId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ThreadActions_StrategyId",
                table: "ThreadActions",
                column: "StrategyId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "BudgetHoldings");

            migrationBuilder.DropTable(
                name: "EqualityAnswers");

            migrationBuilder.DropTable(
                name: "EqualityTables");

            migrationBuilder.DropTable(
                name: "Exemplars");

            migrationBuilder.DropTable(
                name: "FormerAreaNames");

            migrationBuilder.DropTable(
                name: "PrivateNotes");

            migrationBuilder.DropTable(
                name: "ResourceTransfers");

            migrationBuilder.DropTable(
                name: "StrategyAuthors");

            migrationBuilder.DropTable(
                name: "ThreadActions");

            migrationBuilder.DropTable(
                name: "ItemThreads");

            migrationBuilder.DropIndex(
                name: "IX_StrategyVersions_FocusYear",
                table: "StrategyVersions");

            migrationBuilder.DropColumn(
                name: "Focus",
                table: "StrategyVersions");

            migrationBuilder.DropColumn(
                name: "FocusYear",
                table: "StrategyVersions");

            migrationBuilder.DropColumn(
                name: "Alignment",
                table: "StrategyActions");

            migrationBuilder.DropColumn(
                name: "Horizon",
                table: "StrategyActions");

            migrationBuilder.DropColumn(
                name: "Shift",
                table: "StrategyActions");

            migrationBuilder.DropColumn(
                name: "AddedAt",
                table: "ReviewMeetings");

            migrationBuilder.DropColumn(
                name: "MovedAt",
                table: "ReviewMeetings");

            migrationBuilder.DropColumn(
                name: "Moves",
                table: "ReviewMeetings");

            migrationBuilder.DropColumn(
                name: "AboutOther",
                table: "Comments");

            migrationBuilder.DropColumn(
                name: "Stance",
                table: "Codings");

            migrationBuilder.DropColumn(
                name: "OwnShift",
                table: "BudgetLines");

            migrationBuilder.DropColumn(
                name: "EndsBecause",
                table: "Areas");
        }
    }
}

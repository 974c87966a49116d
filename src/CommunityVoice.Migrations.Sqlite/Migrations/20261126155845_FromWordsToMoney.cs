using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CommunityVoice.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class FromWordsToMoney : Migration
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

            migrationBuilder.AddColumn<bool>(
                name: "IsAboutCapacity",
                table: "Themes",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "ParentId",
                table: "Themes",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ReplacedById",
                table: "Themes",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Reading",
                table: "SummaryVersions",
                type: "TEXT",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Saturation",
                table: "SummaryVersions",
                type: "TEXT",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Sentiment",
                table: "SummaryVersions",
                type: "TEXT",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "StopLink",
                table: "Letters",
                type: "TEXT",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "AwaitsPublishing",
                table: "Documents",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Channel",
                table: "Comments",
                type: "TEXT",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "CountedAt",
                table: "Comments",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "EnteredForId",
                table: "Comments",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsNotToBeQuoted",
                table: "Comments",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "MeetingId",
                table: "Comments",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "SectionId",
                table: "Comments",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "AnswerForms",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ConsultationId = table.Column<long>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    Run = table.Column<int>(type: "INTEGER", nullable: false),
                    MadeById = table.Column<Guid>(type: "TEXT", nullable: true),
                    MadeAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AnswerForms", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AnswerForms_Consultations_ConsultationId",
                        column: x => x.ConsultationId,
                        principalTable: "Consultations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AnswerForms_People_MadeById",
                        column: x => x.MadeById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "AreaTallies",
                columns: table => new
                {
                    AreaId = table.Column<long>(type: "INTEGER", nullable: false),
                    CountedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    People = table.Column<int>(type: "INTEGER", nullable: false),
                    Comments = table.Column<int>(type: "INTEGER", nullable: false),
                    Turns = table.Column<int>(type: "INTEGER", nullable: false),
                    Facts = table.Column<string>(type: "TEXT", nullable: false),
                    Kept = table.Column<string>(type: "TEXT", nullable: false),
                    Stamp = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AreaTallies", x => x.AreaId);
                    table.ForeignKey(
                        name: "FK_AreaTallies_Areas_AreaId",
                        column: x => x.AreaId,
                        principalTable: "Areas",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

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
                name: "Comparisons",
                columns: table => new
                {
                    ConsultationId = table.Column<long>(type: "INTEGER", nullable: false),
                    Comments = table.Column<int>(type: "INTEGER", nullable: false),
                    NewestId = table.Column<long>(type: "INTEGER", nullable: false),
                    EditedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Comparisons", x => x.ConsultationId);
                });

            migrationBuilder.CreateTable(
                name: "DecisionDelays",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ConsultationId = table.Column<long>(type: "INTEGER", nullable: false),
                    FromId = table.Column<long>(type: "INTEGER", nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    ExpectedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    ById = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DecisionDelays", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DecisionDelays_Bodies_FromId",
                        column: x => x.FromId,
                        principalTable: "Bodies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DecisionDelays_Consultations_ConsultationId",
                        column: x => x.ConsultationId,
                        principalTable: "Consultations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_DecisionDelays_People_ById",
                        column: x => x.ById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "DecisionRecords",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ConsultationId = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    CitesId = table.Column<long>(type: "INTEGER", nullable: false),
                    ById = table.Column<long>(type: "INTEGER", nullable: false),
                    Decided = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    ReadBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    ReadOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Correction = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    PublishedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    PublishedById = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DecisionRecords", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DecisionRecords_Bodies_ById",
                        column: x => x.ById,
                        principalTable: "Bodies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DecisionRecords_Consultations_ConsultationId",
                        column: x => x.ConsultationId,
                        principalTable: "Consultations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DecisionRecords_People_PublishedById",
                        column: x => x.PublishedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_DecisionRecords_SummaryVersions_CitesId",
                        column: x => x.CitesId,
                        principalTable: "SummaryVersions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DecisionReminders",
                columns: table => new
                {
                    ConsultationId = table.Column<long>(type: "INTEGER", nullable: false),
                    RemindedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ToldOverdueAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DecisionReminders", x => x.ConsultationId);
                    table.ForeignKey(
                        name: "FK_DecisionReminders_Consultations_ConsultationId",
                        column: x => x.ConsultationId,
                        principalTable: "Consultations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "DocumentVersions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    DocumentId = table.Column<long>(type: "INTEGER", nullable: false),
                    ConsultationId = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    ById = table.Column<Guid>(type: "TEXT", nullable: true),
                    PublishedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DocumentVersions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DocumentVersions_Documents_DocumentId",
                        column: x => x.DocumentId,
                        principalTable: "Documents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_DocumentVersions_People_ById",
                        column: x => x.ById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "DoubleCodings",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ConsultationId = table.Column<long>(type: "INTEGER", nullable: false),
                    StartedById = table.Column<Guid>(type: "TEXT", nullable: false),
                    StartedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    FirstCoderId = table.Column<Guid>(type: "TEXT", nullable: true),
                    SecondCoderId = table.Column<Guid>(type: "TEXT", nullable: true),
                    GivenAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DoubleCodings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DoubleCodings_Consultations_ConsultationId",
                        column: x => x.ConsultationId,
                        principalTable: "Consultations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "FactChecks",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SummaryId = table.Column<long>(type: "INTEGER", nullable: false),
                    VersionId = table.Column<long>(type: "INTEGER", nullable: false),
                    BodyId = table.Column<long>(type: "INTEGER", nullable: false),
                    Email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    TokenHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    SentAt = table.Column<long>(type: "INTEGER", nullable: false),
                    SentById = table.Column<Guid>(type: "TEXT", nullable: true),
                    LastDay = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FactChecks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FactChecks_Bodies_BodyId",
                        column: x => x.BodyId,
                        principalTable: "Bodies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_FactChecks_People_SentById",
                        column: x => x.SentById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_FactChecks_SummaryVersions_VersionId",
                        column: x => x.VersionId,
                        principalTable: "SummaryVersions",
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
                name: "Meetings",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ConsultationId = table.Column<long>(type: "INTEGER", nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    HeldOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    People = table.Column<int>(type: "INTEGER", nullable: false),
                    Groups = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Notes = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    EnteredForId = table.Column<long>(type: "INTEGER", nullable: false),
                    EnteredById = table.Column<Guid>(type: "TEXT", nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    TakenBackAt = table.Column<long>(type: "INTEGER", nullable: true),
                    TakenBackBecause = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Meetings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Meetings_Bodies_EnteredForId",
                        column: x => x.EnteredForId,
                        principalTable: "Bodies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Meetings_Consultations_ConsultationId",
                        column: x => x.ConsultationId,
                        principalTable: "Consultations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Meetings_People_EnteredById",
                        column: x => x.EnteredById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "NearCopies",
                columns: table => new
                {
                    CommentId = table.Column<long>(type: "INTEGER", nullable: false),
                    FirstId = table.Column<long>(type: "INTEGER", nullable: false),
                    ConsultationId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NearCopies", x => x.CommentId);
                    table.ForeignKey(
                        name: "FK_NearCopies_Comments_CommentId",
                        column: x => x.CommentId,
                        principalTable: "Comments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "NewsletterRequests",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    TargetId = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    LinkHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    NetworkHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    AskedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NewsletterRequests", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "OwedNews",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Fields = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OwedNews", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OwedNews_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
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
                name: "Readers",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    Token = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    StartedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    LastLetterOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    StepsStoppedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Readers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Readers_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SuggestionAnswers",
                columns: table => new
                {
                    CommentId = table.Column<long>(type: "INTEGER", nullable: false),
                    ThemeId = table.Column<long>(type: "INTEGER", nullable: false),
                    ById = table.Column<Guid>(type: "TEXT", nullable: false),
                    IsAccepted = table.Column<bool>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SuggestionAnswers", x => new { x.CommentId, x.ThemeId, x.ById });
                    table.ForeignKey(
                        name: "FK_SuggestionAnswers_Comments_CommentId",
                        column: x => x.CommentId,
                        principalTable: "Comments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_SuggestionAnswers_Themes_ThemeId",
                        column: x => x.ThemeId,
                        principalTable: "Themes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SummaryPartners",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SummaryId = table.Column<long>(type: "INTEGER", nullable: false),
                    VersionId = table.Column<long>(type: "INTEGER", nullable: false),
                    BodyId = table.Column<long>(type: "INTEGER", nullable: false),
                    AskedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    SignedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    SignedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    SignedEdits = table.Column<int>(type: "INTEGER", nullable: true),
                    DeclinedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    DeclinedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    DeclineReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Edits = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SummaryPartners", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SummaryPartners_Bodies_BodyId",
                        column: x => x.BodyId,
                        principalTable: "Bodies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SummaryPartners_People_DeclinedById",
                        column: x => x.DeclinedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_SummaryPartners_People_SignedById",
                        column: x => x.SignedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_SummaryPartners_SummaryVersions_VersionId",
                        column: x => x.VersionId,
                        principalTable: "SummaryVersions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SummaryVariants",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SummaryId = table.Column<long>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    Body = table.Column<string>(type: "TEXT", nullable: false),
                    OfVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    WrittenAt = table.Column<long>(type: "INTEGER", nullable: false),
                    WrittenById = table.Column<Guid>(type: "TEXT", nullable: true),
                    Edits = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SummaryVariants", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SummaryVariants_People_WrittenById",
                        column: x => x.WrittenById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_SummaryVariants_Summaries_SummaryId",
                        column: x => x.SummaryId,
                        principalTable: "Summaries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ThemeListVersions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AreaId = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Csv = table.Column<string>(type: "TEXT", nullable: false),
                    ById = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ThemeListVersions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ThemeListVersions_Areas_AreaId",
                        column: x => x.AreaId,
                        principalTable: "Areas",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "EnteredAnswers",
                columns: table => new
                {
                    CommentId = table.Column<long>(type: "INTEGER", nullable: false),
                    ConsultationId = table.Column<long>(type: "INTEGER", nullable: false),
                    ReceivedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Consent = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    FormId = table.Column<long>(type: "INTEGER", nullable: true),
                    EnteredById = table.Column<Guid>(type: "TEXT", nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    TakenBackBecause = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EnteredAnswers", x => x.CommentId);
                    table.ForeignKey(
                        name: "FK_EnteredAnswers_AnswerForms_FormId",
                        column: x => x.FormId,
                        principalTable: "AnswerForms",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_EnteredAnswers_Comments_CommentId",
                        column: x => x.CommentId,
                        principalTable: "Comments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_EnteredAnswers_Consultations_ConsultationId",
                        column: x => x.ConsultationId,
                        principalTable: "Consultations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_EnteredAnswers_People_EnteredById",
                        column: x => x.EnteredById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "ThemeAnswers",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    RecordId = table.Column<long>(type: "INTEGER", nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ThemeId = table.Column<long>(type: "INTEGER", nullable: true),
                    FindingId = table.Column<long>(type: "INTEGER", nullable: true),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    RecommendationId = table.Column<long>(type: "INTEGER", nullable: true),
                    StrategyId = table.Column<long>(type: "INTEGER", nullable: true),
                    ActionNumber = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ThemeAnswers", x => x.Id);
                    table.CheckConstraint("CK_ThemeAnswers_Linked", "\"ThemeId\" IS NOT NULL OR \"FindingId\" IS NOT NULL");
                    table.ForeignKey(
                        name: "FK_ThemeAnswers_DecisionRecords_RecordId",
                        column: x => x.RecordId,
                        principalTable: "DecisionRecords",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ThemeAnswers_Findings_FindingId",
                        column: x => x.FindingId,
                        principalTable: "Findings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ThemeAnswers_Recommendations_RecommendationId",
                        column: x => x.RecommendationId,
                        principalTable: "Recommendations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ThemeAnswers_Strategies_StrategyId",
                        column: x => x.StrategyId,
                        principalTable: "Strategies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ThemeAnswers_Themes_ThemeId",
                        column: x => x.ThemeId,
                        principalTable: "Themes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "VersionSections",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    VersionId = table.Column<long>(type: "INTEGER", nullable: false),
                    ConsultationId = table.Column<long>(type: "INTEGER", nullable: false),
                    Anchor = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Heading = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    Body = table.Column<string>(type: "TEXT", nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VersionSections", x => x.Id);
                    table.ForeignKey(
                        name: "FK_VersionSections_DocumentVersions_VersionId",
                        column: x => x.VersionId,
                        principalTable: "DocumentVersions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "DoubleCodedComments",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    DoubleCodingId = table.Column<long>(type: "INTEGER", nullable: false),
                    CommentId = table.Column<long>(type: "INTEGER", nullable: false),
                    Place = table.Column<int>(type: "INTEGER", nullable: false),
                    First = table.Column<string>(type: "TEXT", nullable: true),
                    Second = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DoubleCodedComments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DoubleCodedComments_Comments_CommentId",
                        column: x => x.CommentId,
                        principalTable: "Comments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_DoubleCodedComments_DoubleCodings_DoubleCodingId",
                        column: x => x.DoubleCodingId,
                        principalTable: "DoubleCodings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "FactCheckComment",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SummaryId = table.Column<long>(type: "INTEGER", nullable: false),
                    CheckId = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Where = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Wrong = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Right = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Decision = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    DecidedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    DecidedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    Edits = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FactCheckComment", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FactCheckComment_FactChecks_CheckId",
                        column: x => x.CheckId,
                        principalTable: "FactChecks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_FactCheckComment_People_DecidedById",
                        column: x => x.DecidedById,
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

            migrationBuilder.CreateTable(
                name: "Follows",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ReaderId = table.Column<long>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    TargetId = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Frequency = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    StartedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Since = table.Column<long>(type: "INTEGER", nullable: false),
                    LookedUntil = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Follows", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Follows_Readers_ReaderId",
                        column: x => x.ReaderId,
                        principalTable: "Readers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ToldNews",
                columns: table => new
                {
                    ReaderId = table.Column<long>(type: "INTEGER", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ToldNews", x => new { x.ReaderId, x.Key });
                    table.ForeignKey(
                        name: "FK_ToldNews_Readers_ReaderId",
                        column: x => x.ReaderId,
                        principalTable: "Readers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Rulings",
                columns: table => new
                {
                    DoubleCodedCommentId = table.Column<long>(type: "INTEGER", nullable: false),
                    ThemeId = table.Column<long>(type: "INTEGER", nullable: false),
                    Gives = table.Column<bool>(type: "INTEGER", nullable: false),
                    ById = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Rulings", x => new { x.DoubleCodedCommentId, x.ThemeId });
                    table.ForeignKey(
                        name: "FK_Rulings_DoubleCodedComments_DoubleCodedCommentId",
                        column: x => x.DoubleCodedCommentId,
                        principalTable: "DoubleCodedComments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Rulings_Themes_ThemeId",
                        column: x => x.ThemeId,
                        principalTable: "Themes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Themes_ParentId",
                table: "Themes",
                column: "ParentId");

            migrationBuilder.CreateIndex(
                name: "IX_Themes_ReplacedById",
                table: "Themes",
                column: "ReplacedById");

            migrationBuilder.CreateIndex(
                name: "IX_Comments_CountedOnly",
                table: "Comments",
                column: "ConsultationId",
                filter: "\"CountedAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Comments_EnteredForId",
                table: "Comments",
                column: "EnteredForId");

            migrationBuilder.CreateIndex(
                name: "IX_Comments_MeetingId",
                table: "Comments",
                column: "MeetingId");

            migrationBuilder.CreateIndex(
                name: "IX_Comments_SectionId",
                table: "Comments",
                column: "SectionId");

            migrationBuilder.CreateIndex(
                name: "IX_AnswerForms_Code",
                table: "AnswerForms",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AnswerForms_ConsultationId_Run",
                table: "AnswerForms",
                columns: new[] { "ConsultationId", "Run" });

            migrationBuilder.CreateIndex(
                name: "IX_AnswerForms_MadeById",
                table: "AnswerForms",
                column: "MadeById");

            migrationBuilder.CreateIndex(
                name: "IX_BodyStandings_BodyId",
                table: "BodyStandings",
                column: "BodyId");

            migrationBuilder.CreateIndex(
                name: "IX_DecisionDelays_ById",
                table: "DecisionDelays",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_DecisionDelays_ConsultationId",
                table: "DecisionDelays",
                column: "ConsultationId");

            migrationBuilder.CreateIndex(
                name: "IX_DecisionDelays_FromId",
                table: "DecisionDelays",
                column: "FromId");

            migrationBuilder.CreateIndex(
                name: "IX_DecisionRecords_ById",
                table: "DecisionRecords",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_DecisionRecords_CitesId",
                table: "DecisionRecords",
                column: "CitesId");

            migrationBuilder.CreateIndex(
                name: "IX_DecisionRecords_ConsultationId_Number",
                table: "DecisionRecords",
                columns: new[] { "ConsultationId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DecisionRecords_PublishedById",
                table: "DecisionRecords",
                column: "PublishedById");

            migrationBuilder.CreateIndex(
                name: "IX_DocumentVersions_ById",
                table: "DocumentVersions",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_DocumentVersions_DocumentId_Number",
                table: "DocumentVersions",
                columns: new[] { "DocumentId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DoubleCodedComments_CommentId",
                table: "DoubleCodedComments",
                column: "CommentId");

            migrationBuilder.CreateIndex(
                name: "IX_DoubleCodedComments_DoubleCodingId_Place",
                table: "DoubleCodedComments",
                columns: new[] { "DoubleCodingId", "Place" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DoubleCodings_ConsultationId",
                table: "DoubleCodings",
                column: "ConsultationId");

            migrationBuilder.CreateIndex(
                name: "IX_EnteredAnswers_ConsultationId_CommentId",
                table: "EnteredAnswers",
                columns: new[] { "ConsultationId", "CommentId" });

            migrationBuilder.CreateIndex(
                name: "IX_EnteredAnswers_EnteredById",
                table: "EnteredAnswers",
                column: "EnteredById");

            migrationBuilder.CreateIndex(
                name: "IX_EnteredAnswers_FormId",
                table: "EnteredAnswers",
                column: "FormId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_FactCheckComment_CheckId_Number",
                table: "FactCheckComment",
                columns: new[] { "CheckId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_FactCheckComment_DecidedById",
                table: "FactCheckComment",
                column: "DecidedById");

            migrationBuilder.CreateIndex(
                name: "IX_FactChecks_BodyId",
                table: "FactChecks",
                column: "BodyId");

            migrationBuilder.CreateIndex(
                name: "IX_FactChecks_SentById",
                table: "FactChecks",
                column: "SentById");

            migrationBuilder.CreateIndex(
                name: "IX_FactChecks_TokenHash",
                table: "FactChecks",
                column: "TokenHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_FactChecks_VersionId",
                table: "FactChecks",
                column: "VersionId");

            migrationBuilder.CreateIndex(
                name: "IX_Follows_Frequency_LookedUntil",
                table: "Follows",
                columns: new[] { "Frequency", "LookedUntil" });

            migrationBuilder.CreateIndex(
                name: "IX_Follows_ReaderId_Kind_TargetId_Number",
                table: "Follows",
                columns: new[] { "ReaderId", "Kind", "TargetId", "Number" },
                unique: true);

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
                name: "IX_Meetings_ConsultationId_HeldOn",
                table: "Meetings",
                columns: new[] { "ConsultationId", "HeldOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Meetings_EnteredById",
                table: "Meetings",
                column: "EnteredById");

            migrationBuilder.CreateIndex(
                name: "IX_Meetings_EnteredForId",
                table: "Meetings",
                column: "EnteredForId");

            migrationBuilder.CreateIndex(
                name: "IX_NearCopies_ConsultationId_FirstId",
                table: "NearCopies",
                columns: new[] { "ConsultationId", "FirstId" });

            migrationBuilder.CreateIndex(
                name: "IX_NearCopies_FirstId",
                table: "NearCopies",
                column: "FirstId");

            migrationBuilder.CreateIndex(
                name: "IX_NewsletterRequests_Email_AskedAt",
                table: "NewsletterRequests",
                columns: new[] { "Email", "AskedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_NewsletterRequests_LinkHash",
                table: "NewsletterRequests",
                column: "LinkHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_NewsletterRequests_NetworkHash_AskedAt",
                table: "NewsletterRequests",
                columns: new[] { "NetworkHash", "AskedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_OwedNews_Key",
                table: "OwedNews",
                column: "Key");

            migrationBuilder.CreateIndex(
                name: "IX_OwedNews_PersonId_At",
                table: "OwedNews",
                columns: new[] { "PersonId", "At" });

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

            migrationBuilder.CreateIndex(
                name: "IX_Readers_Email",
                table: "Readers",
                column: "Email",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Readers_PersonId",
                table: "Readers",
                column: "PersonId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Readers_Token",
                table: "Readers",
                column: "Token",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Rulings_ThemeId",
                table: "Rulings",
                column: "ThemeId");

            migrationBuilder.CreateIndex(
                name: "IX_SuggestionAnswers_ThemeId",
                table: "SuggestionAnswers",
                column: "ThemeId");

            migrationBuilder.CreateIndex(
                name: "IX_SummaryPartners_BodyId",
                table: "SummaryPartners",
                column: "BodyId");

            migrationBuilder.CreateIndex(
                name: "IX_SummaryPartners_DeclinedById",
                table: "SummaryPartners",
                column: "DeclinedById");

            migrationBuilder.CreateIndex(
                name: "IX_SummaryPartners_SignedById",
                table: "SummaryPartners",
                column: "SignedById");

            migrationBuilder.CreateIndex(
                name: "IX_SummaryPartners_VersionId_BodyId",
                table: "SummaryPartners",
                columns: new[] { "VersionId", "BodyId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SummaryVariants_SummaryId_Code",
                table: "SummaryVariants",
                columns: new[] { "SummaryId", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SummaryVariants_WrittenById",
                table: "SummaryVariants",
                column: "WrittenById");

            migrationBuilder.CreateIndex(
                name: "IX_ThemeAnswers_FindingId",
                table: "ThemeAnswers",
                column: "FindingId");

            migrationBuilder.CreateIndex(
                name: "IX_ThemeAnswers_RecommendationId",
                table: "ThemeAnswers",
                column: "RecommendationId");

            migrationBuilder.CreateIndex(
                name: "IX_ThemeAnswers_RecordId",
                table: "ThemeAnswers",
                column: "RecordId");

            migrationBuilder.CreateIndex(
                name: "IX_ThemeAnswers_StrategyId",
                table: "ThemeAnswers",
                column: "StrategyId");

            migrationBuilder.CreateIndex(
                name: "IX_ThemeAnswers_ThemeId",
                table: "ThemeAnswers",
                column: "ThemeId");

            migrationBuilder.CreateIndex(
                name: "IX_ThemeListVersions_AreaId_Number",
                table: "ThemeListVersions",
                columns: new[] { "AreaId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ToldNews_At",
                table: "ToldNews",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_VersionSections_VersionId_Anchor",
                table: "VersionSections",
                columns: new[] { "VersionId", "Anchor" },
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "FK_Comments_Bodies_EnteredForId",
                table: "Comments",
                column: "EnteredForId",
                principalTable: "Bodies",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Comments_Meetings_MeetingId",
                table: "Comments",
                column: "MeetingId",
                principalTable: "Meetings",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Comments_VersionSections_SectionId",
                table: "Comments",
                column: "SectionId",
                principalTable: "VersionSections",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Themes_Themes_ParentId",
                table: "Themes",
                column: "ParentId",
                principalTable: "Themes",
                principalColumn: "Id",
                onDelete: ReferentialAction.SetNull);

            migrationBuilder.AddForeignKey(
                name: "FK_Themes_Themes_ReplacedById",
                table: "Themes",
                column: "ReplacedById",
                principalTable: "Themes",
                principalColumn: "Id",
                onDelete: ReferentialAction.SetNull);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Comments_Bodies_EnteredForId",
                table: "Comments");

            migrationBuilder.DropForeignKey(
                name: "FK_Comments_Meetings_MeetingId",
                table: "Comments");

            migrationBuilder.DropForeignKey(
                name: "FK_Comments_VersionSections_SectionId",
                table: "Comments");

            migrationBuilder.DropForeignKey(
                name: "FK_Themes_Themes_ParentId",
                table: "Themes");

            migrationBuilder.DropForeignKey(
                name: "FK_Themes_Themes_ReplacedById",
                table: "Themes");

            migrationBuilder.DropTable(
                name: "AreaTallies");

            migrationBuilder.DropTable(
                name: "BodyStandings");

            migrationBuilder.DropTable(
                name: "Comparisons");

            migrationBuilder.DropTable(
                name: "DecisionDelays");

            migrationBuilder.DropTable(
                name: "DecisionReminders");

            migrationBuilder.DropTable(
                name: "EnteredAnswers");

            migrationBuilder.DropTable(
                name: "FactCheckComment");

            migrationBuilder.DropTable(
                name: "Follows");

            migrationBuilder.DropTable(
                name: "HandedRemit");

            migrationBuilder.DropTable(
                name: "Meetings");

            migrationBuilder.DropTable(
                name: "NearCopies");

            migrationBuilder.DropTable(
                name: "NewsletterRequests");

            migrationBuilder.DropTable(
                name: "OwedNews");

            migrationBuilder.DropTable(
                name: "OwnAreas");

            migrationBuilder.DropTable(
                name: "Rulings");

            migrationBuilder.DropTable(
                name: "SuggestionAnswers");

            migrationBuilder.DropTable(
                name: "SummaryPartners");

            migrationBuilder.DropTable(
                name: "SummaryVariants");

            migrationBuilder.DropTable(
                name: "ThemeAnswers");

            migrationBuilder.DropTable(
                name: "ThemeListVersions");

            migrationBuilder.DropTable(
                name: "ToldNews");

            migrationBuilder.DropTable(
                name: "VersionSections");

            migrationBuilder.DropTable(
                name: "AnswerForms");

            migrationBuilder.DropTable(
                name: "FactChecks");

            migrationBuilder.DropTable(
                name: "HandOvers");

            migrationBuilder.DropTable(
                name: "DoubleCodedComments");

            migrationBuilder.DropTable(
                name: "DecisionRecords");

            migrationBuilder.DropTable(
                name: "Readers");

            migrationBuilder.DropTable(
                name: "DocumentVersions");

            migrationBuilder.DropTable(
                name: "DoubleCodings");

            migrationBuilder.DropIndex(
                name: "IX_Themes_ParentId",
                table: "Themes");

            migrationBuilder.DropIndex(
                name: "IX_Themes_ReplacedById",
                table: "Themes");

            migrationBuilder.DropIndex(
                name: "IX_Comments_CountedOnly",
                table: "Comments");

            migrationBuilder.DropIndex(
                name: "IX_Comments_EnteredForId",
                table: "Comments");

            migrationBuilder.DropIndex(
                name: "IX_Comments_MeetingId",
                table: "Comments");

            migrationBuilder.DropIndex(
                name: "IX_Comments_SectionId",
                table: "Comments");

            migrationBuilder.DropColumn(
                name: "IsAboutCapacity",
                table: "Themes");

            migrationBuilder.DropColumn(
                name: "ParentId",
                table: "Themes");

            migrationBuilder.DropColumn(
                name: "ReplacedById",
                table: "Themes");

            migrationBuilder.DropColumn(
                name: "Reading",
                table: "SummaryVersions");

            migrationBuilder.DropColumn(
                name: "Saturation",
                table: "SummaryVersions");

            migrationBuilder.DropColumn(
                name: "Sentiment",
                table: "SummaryVersions");

            migrationBuilder.DropColumn(
                name: "StopLink",
                table: "Letters");

            migrationBuilder.DropColumn(
                name: "AwaitsPublishing",
                table: "Documents");

            migrationBuilder.DropColumn(
                name: "Channel",
                table: "Comments");

            migrationBuilder.DropColumn(
                name: "CountedAt",
                table: "Comments");

            migrationBuilder.DropColumn(
                name: "EnteredForId",
                table: "Comments");

            migrationBuilder.DropColumn(
                name: "IsNotToBeQuoted",
                table: "Comments");

            migrationBuilder.DropColumn(
                name: "MeetingId",
                table: "Comments");

            migrationBuilder.DropColumn(
                name: "SectionId",
                table: "Comments");

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

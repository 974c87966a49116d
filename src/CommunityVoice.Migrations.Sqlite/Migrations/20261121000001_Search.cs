using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CommunityVoice.Migrations.Sqlite.Migrations;

/// <summary>Full-text search over what can be found: a table of its own that triggers keep in step.</summary>
[DbContext(typeof(CommunityVoiceDb))]
[Migration("20261121000001_Search")]
public sealed class Search : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("""
            CREATE VIRTUAL TABLE "SearchText" USING fts5("Title", "Text", content='SearchEntries', content_rowid='Id',
                tokenize='porter unicode61 remove_diacritics 2');
            """);
        migrationBuilder.Sql("""
            CREATE TRIGGER "SearchEntries_Added" AFTER INSERT ON "SearchEntries" BEGIN
                INSERT INTO "SearchText"(rowid, "Title", "Text") VALUES (new."Id", new."Title", new."Text");
            END;
            """);
        migrationBuilder.Sql("""
            CREATE TRIGGER "SearchEntries_Removed" AFTER DELETE ON "SearchEntries" BEGIN
                INSERT INTO "SearchText"("SearchText", rowid, "Title", "Text") VALUES ('delete', old."Id", old."Title", old."Text");
            END;
            """);
        migrationBuilder.Sql("""
            CREATE TRIGGER "SearchEntries_Changed" AFTER UPDATE ON "SearchEntries" BEGIN
                INSERT INTO "SearchText"("SearchText", rowid, "Title", "Text") VALUES ('delete', old."Id", old."Title", old."Text");
                INSERT INTO "SearchText"(rowid, "Title", "Text") VALUES (new."Id", new."Title", new."Text");
            END;
            """);
        migrationBuilder.Sql("""INSERT INTO "SearchText"("SearchText") VALUES ('rebuild');""");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        foreach (var trigger in new[] { "Added", "Removed", "Changed" }) migrationBuilder.Sql($"DROP TRIGGER \"SearchEntries_{trigger}\";");
        migrationBuilder.Sql("DROP TABLE \"SearchText\";");
    }
}

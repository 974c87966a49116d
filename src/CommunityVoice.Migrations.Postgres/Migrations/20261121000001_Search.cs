using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CommunityVoice.Migrations.Postgres.Migrations;

/// <summary>Full-text search over what can be found: a generated column and its index.</summary>
[DbContext(typeof(CommunityVoiceDb))]
[Migration("20261121000001_Search")]
public sealed class Search : Migration
{
    // Accents and punctuation go first, so that both databases cut the same text into the same words.
    private const string Words = """
        regexp_replace(translate(lower({0}), 'ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖÙÚÛÜÝàáâãäåçèéêëìíîïñòóôõöùúûüýÿĀāĂăĄąĆćĈĉĊċČčĎďĒēĔĕĖėĘęĚěĜĝĞğĠġĢģĤĥĨĩĪīĬĭĮįİĴĵĶķĹĺĻļĽľŃńŅņŇňŌōŎŏŐőŔŕŖŗŘřŚśŜŝŞşŠšŢţŤťŨũŪūŬŭŮůŰűŲųŴŵŶŷŸŹźŻżŽžŁ', 'aaaaaaceeeeiiiinooooouuuuyaaaaaaceeeeiiiinooooouuuuyyaaaaaaccccccccddeeeeeeeeeegggggggghhiiiiiiiiijjkkllllllnnnnnnoooooorrrrrrssssssssttttuuuuuuuuuuuuwwyyyzzzzzzł'), '[^[:alnum:][:space:]\u0080-\uFFFF]+|[‘’“”–—…·•]+', ' ', 'g')
        """;

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql($"""
            ALTER TABLE "SearchEntries" ADD COLUMN "Words" tsvector GENERATED ALWAYS AS (
                setweight(to_tsvector('english', {Of("Title")}), 'A') || setweight(to_tsvector('english', {Of("Text")}), 'B')) STORED;
            """);
        migrationBuilder.Sql("""CREATE INDEX "IX_SearchEntries_Words" ON "SearchEntries" USING gin ("Words");""");
    }

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""ALTER TABLE "SearchEntries" DROP COLUMN "Words";""");

    private static string Of(string column) => Words.Replace("{0}", $"\"{column}\"", System.StringComparison.Ordinal);
}

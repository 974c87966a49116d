using CommunityVoice.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using NpgsqlTypes;

namespace CommunityVoice.Voting;

/// <summary>Writes many marks at once, each new or in place of the one that was there, by the fastest way of either database.</summary>
internal static class BulkMarks
{
    /// <summary>Call it within <see cref="CommunityVoiceDb.TransactAsync{T}"/>.</summary>
    public static Task PutAsync(CommunityVoiceDb db, IReadOnlyCollection<Mark> marks, CancellationToken ct) =>
        db.Database.IsSqlite() ? PutIntoSqliteAsync(db, marks, ct) : PutIntoPostgresAsync(db, marks, ct);

    private static async Task PutIntoSqliteAsync(CommunityVoiceDb db, IReadOnlyCollection<Mark> marks, CancellationToken ct)
    {
        await using var command = ((SqliteConnection)db.Database.GetDbConnection()).CreateCommand();
        command.Transaction = (SqliteTransaction)db.Database.CurrentTransaction!.GetDbTransaction();
        command.CommandText = """
            INSERT INTO "Marks" ("BallotId", "PriorityId", "ParticipantId", "Value", "SealedValue", "Revision") VALUES ($ballot, $priority, $participant, $value, $value, 0)
            ON CONFLICT ("PriorityId", "ParticipantId") DO UPDATE SET "Value" = excluded."Value", "SealedValue" = excluded."SealedValue"
            """;
        var ballot = command.Parameters.Add("$ballot", SqliteType.Integer);
        var priority = command.Parameters.Add("$priority", SqliteType.Integer);
        var participant = command.Parameters.Add("$participant", SqliteType.Text);
        var value = command.Parameters.Add("$value", SqliteType.Integer);
        await command.PrepareAsync(ct);
        foreach (var mark in marks)
        {
            (ballot.Value, priority.Value, participant.Value, value.Value) = (mark.BallotId, mark.PriorityId, mark.ParticipantId, mark.Value);
            await command.ExecuteNonQueryAsync(ct);
        }
    }

    private static async Task PutIntoPostgresAsync(CommunityVoiceDb db, IReadOnlyCollection<Mark> marks, CancellationToken ct)
    {
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await db.Database.ExecuteSqlAsync($"""CREATE TEMP TABLE "NewMarks" (LIKE "Marks") ON COMMIT DROP""", ct);
        await using (var copy = await connection.BeginBinaryImportAsync("""COPY "NewMarks" ("BallotId", "PriorityId", "ParticipantId", "Value", "Revision") FROM STDIN (FORMAT BINARY)""", ct))
        {
            foreach (var mark in marks)
            {
                await copy.StartRowAsync(ct);
                await copy.WriteAsync(mark.BallotId, NpgsqlDbType.Bigint, ct);
                await copy.WriteAsync(mark.PriorityId, NpgsqlDbType.Bigint, ct);
                await copy.WriteAsync(mark.ParticipantId, NpgsqlDbType.Uuid, ct);
                await copy.WriteAsync(mark.Value!.Value, NpgsqlDbType.Integer, ct);
                await copy.WriteAsync(0, NpgsqlDbType.Integer, ct);
            }
            await copy.CompleteAsync(ct);
        }
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO "Marks" ("BallotId", "PriorityId", "ParticipantId", "Value", "SealedValue", "Revision")
            SELECT "BallotId", "PriorityId", "ParticipantId", "Value", "Value", 0 FROM "NewMarks"
            ON CONFLICT ("PriorityId", "ParticipantId") DO UPDATE SET "Value" = excluded."Value", "SealedValue" = excluded."SealedValue"
            """, ct);
        await db.Database.ExecuteSqlAsync($"""DROP TABLE "NewMarks" """, ct);
    }
}

using System.Collections.Concurrent;
using CommunityVoice.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CommunityVoice.Tests;

/// <summary>
/// A database of one test's own: a copy of one that was migrated once. TEST_DATABASE says on which engine, TEST_POSTGRES where.
/// On PostgreSQL an empty one is emptied again for the next test: to make and drop one took longer than most tests.
/// </summary>
public sealed class SiteDatabase : IAsyncDisposable
{
    private static readonly Lazy<Task<DatabaseOptions>> Template = new(MakeTemplateAsync);
    private static readonly string Folder = MakeFolder();
    private static readonly ConcurrentBag<string> Free = [];
    private const long MostBytes = 40_000_000;
    private static int number, migrations;
    private readonly bool beganEmpty;

    private SiteDatabase(string connectionString, bool beganEmpty)
    {
        Options = new() { Provider = Provider, ConnectionString = connectionString };
        this.beganEmpty = beganEmpty;
    }

    public static DatabaseProvider Provider { get; } =
        Enum.Parse<DatabaseProvider>(Environment.GetEnvironmentVariable("TEST_DATABASE") is { Length: > 0 } name ? name : nameof(DatabaseProvider.Sqlite), ignoreCase: true);

    public DatabaseOptions Options { get; }

    /// <summary>What configures a site, or a process of it, to use this database.</summary>
    public Dictionary<string, string> Settings => new(StringComparer.Ordinal)
    {
        ["Database:Provider"] = Options.Provider.ToString(),
        ["Database:ConnectionString"] = Options.ConnectionString,
    };

    /// <summary>An empty database, or a copy of this one, which nobody may be connected to.</summary>
    public static async Task<SiteDatabase> CloneAsync(DatabaseOptions? of = null)
    {
        var template = of ?? await Template.Value;
        if (of is null && Free.TryTake(out var emptied)) return new SiteDatabase(emptied, beganEmpty: true);
        var copy = $"cv_{Environment.ProcessId}_{Interlocked.Increment(ref number)}";
        if (Provider == DatabaseProvider.Sqlite)
        {
            var file = Path.Combine(Folder, $"{copy}.db");
            File.Copy(new SqliteConnectionStringBuilder(template.ConnectionString).DataSource, file);
            return new SiteDatabase($"Data Source={file}", of is null);
        }
        await OnServerAsync($"CREATE DATABASE {copy} TEMPLATE {NameOf(template.ConnectionString)}");
        return new SiteDatabase(OnPostgres(copy), of is null);
    }

    /// <summary>Closes what connections were kept, so that it can be copied.</summary>
    public async Task LetGoAsync()
    {
        if (Provider == DatabaseProvider.Sqlite)
        {
            await using var connection = new SqliteConnection(DatabaseProviders.Complete(Options.ConnectionString));
            SqliteConnection.ClearPool(connection);
            // A connection that closes late would write to the file while it is copied; so that it has nothing left to write.
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            await command.ExecuteNonQueryAsync();
            await connection.CloseAsync();
            SqliteConnection.ClearPool(connection);
        }
        else
        {
            await using var connection = new NpgsqlConnection(Options.ConnectionString);
            NpgsqlConnection.ClearPool(connection);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Provider == DatabaseProvider.Postgres && beganEmpty && await IsEmptiedAsync())
        {
            Free.Add(Options.ConnectionString);
            return;
        }
        await LetGoAsync();
        if (Provider == DatabaseProvider.Sqlite)
        {
            var file = new SqliteConnectionStringBuilder(Options.ConnectionString).DataSource;
            foreach (var part in new[] { file, $"{file}-wal", $"{file}-shm" }) File.Delete(part);
            return;
        }
        await OnServerAsync($"DROP DATABASE {NameOf(Options.ConnectionString)} WITH (FORCE)");
    }

    // Whoever still works in it is sent away first; where a test left much, or something that cannot be emptied, the next one gets another database.
    private async Task<bool> IsEmptiedAsync()
    {
        try
        {
            await using var connection = new NpgsqlConnection(Options.ConnectionString);
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = """SELECT pg_database_size(current_database()) <= @most AND (SELECT count(*) FROM "__EFMigrationsHistory") = @migrations""";
            command.Parameters.AddWithValue("most", MostBytes);
            command.Parameters.AddWithValue("migrations", (long)migrations);
            if (!(bool)(await command.ExecuteScalarAsync())!) return false;
            command.Parameters.Clear();
            command.CommandText = """
                SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle';
                SET lock_timeout = '2s';
                SET session_replication_role = replica;
                DO $$ DECLARE name text; BEGIN
                    FOR name IN SELECT oid::regclass::text FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname <> '__EFMigrationsHistory' LOOP
                        EXECUTE 'DELETE FROM ' || name;
                    END LOOP;
                    FOR name IN SELECT format('%I.%I', schemaname, sequencename) FROM pg_sequences WHERE last_value IS NOT NULL LOOP
                        EXECUTE 'ALTER SEQUENCE ' || name || ' RESTART';
                    END LOOP;
                END $$;
                """;
            await command.ExecuteNonQueryAsync();
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    private static async Task<DatabaseOptions> MakeTemplateAsync()
    {
        var name = $"cv_{Environment.ProcessId}_template";
        if (Provider == DatabaseProvider.Postgres)
        {
            await OnServerAsync($"CREATE DATABASE {name}");
            AppDomain.CurrentDomain.ProcessExit += (_, _) => Task.WhenAll(Free.Select(NameOf).Append(name).Select(n => OnServerAsync($"DROP DATABASE {n} WITH (FORCE)"))).Wait(TimeSpan.FromSeconds(2));
        }
        // Without a pool, so that no connection is left on what is copied.
        var options = new DatabaseOptions
        {
            Provider = Provider,
            ConnectionString = (Provider == DatabaseProvider.Sqlite ? $"Data Source={Path.Combine(Folder, $"{name}.db")}" : OnPostgres(name)) + ";Pooling=False",
        };
        await using var db = new CommunityVoiceDb((DbContextOptions<CommunityVoiceDb>)new DbContextOptionsBuilder<CommunityVoiceDb>().UseProvider(options).Options);
        await db.Database.MigrateAsync();
        migrations = db.Database.GetMigrations().Count();
        // Numbers that the planner kept of one test's rows would mislead it about those of the next.
        if (Provider == DatabaseProvider.Postgres) await db.Database.ExecuteSqlRawAsync("""
            DO $$ DECLARE name text; BEGIN
                FOR name IN SELECT oid::regclass::text FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace LOOP
                    EXECUTE 'ALTER TABLE ' || name || ' SET (autovacuum_enabled = false)';
                END LOOP;
            END $$;
            """);
        return options;
    }

    private static string OnPostgres(string database) => new NpgsqlConnectionStringBuilder(
        Environment.GetEnvironmentVariable("TEST_POSTGRES") is { Length: > 0 } server
            ? server
            : throw new InvalidOperationException("Name a running PostgreSQL server in TEST_POSTGRES, or run tests/run.sh, which starts one."))
    {
        Database = database,
        MaxPoolSize = 20,
    }.ToString();

    private static string? NameOf(string connectionString) => new NpgsqlConnectionStringBuilder(connectionString).Database;

    private static async Task OnServerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(OnPostgres("postgres"));
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // names of databases cannot be parameters, and these are ours
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    private static string MakeFolder()
    {
        var folder = Directory.CreateTempSubdirectory("communityvoice-test-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        return folder;
    }
}

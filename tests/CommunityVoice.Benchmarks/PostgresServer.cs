using System.Diagnostics;
using Npgsql;

namespace CommunityVoice.Benchmarks;

/// <summary>A PostgreSQL server that really writes to disk: the one that TEST_POSTGRES names, or one of our own on a free port, gone afterwards.</summary>
internal sealed class PostgresServer : IAsyncDisposable
{
    private readonly string? folder;
    private readonly string bin;

    private PostgresServer(string connection, string? folder, string bin) => (Connection, this.folder, this.bin) = (connection, folder, bin);

    /// <summary>A connection string without a database.</summary>
    public string Connection { get; }

    public static async Task<PostgresServer?> StartAsync()
    {
        if (Environment.GetEnvironmentVariable("TEST_POSTGRES") is { Length: > 0 } given) return new(given, null, "");
        if (!Directory.Exists("/usr/lib/postgresql") || Directory.GetDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).LastOrDefault() is not { } version) return null;
        var (bin, folder) = (Path.Combine(version, "bin"), Directory.CreateTempSubdirectory("communityvoice-postgres-").FullName);
        // It refuses to run as root.
        if (Environment.UserName == "root") await RunAsync("chown", "postgres:", folder);
        await AsPostgresAsync(Path.Combine(bin, "initdb"), "-D", Path.Combine(folder, "data"), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8");
        var port = 20000 + Environment.ProcessId % 12000;
        var server = new PostgresServer($"Host=127.0.0.1;Port={port};Username=postgres", folder, bin);
        await AsPostgresAsync(Path.Combine(bin, "pg_ctl"), "-D", Path.Combine(folder, "data"), "-l", Path.Combine(folder, "log"), "-s", "-w", "-o", $"-p {port} -k {folder} -h 127.0.0.1", "start");
        return server;
    }

    /// <summary>Makes an empty database, and refuses a server that acknowledges before it has written.</summary>
    public async Task<string> MakeDatabaseAsync(string name)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Connection) { Database = "postgres", Pooling = false }.ToString());
        await connection.OpenAsync();
        foreach (var setting in new[] { "fsync", "synchronous_commit" })
        {
#pragma warning disable CA2100 // two constants of ours
            await using var show = new NpgsqlCommand($"SHOW {setting}", connection);
#pragma warning restore CA2100
            if ((string)(await show.ExecuteScalarAsync())! != "on") throw new InvalidOperationException($"This PostgreSQL has {setting} off: votes would not be durable. Name another in TEST_POSTGRES, or none.");
        }
        foreach (var sql in new[] { $"DROP DATABASE IF EXISTS {name} WITH (FORCE)", $"CREATE DATABASE {name}" })
        {
#pragma warning disable CA2100 // names of databases cannot be parameters, and these are ours
            await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
            await command.ExecuteNonQueryAsync();
        }
        return new NpgsqlConnectionStringBuilder(Connection) { Database = name }.ToString();
    }

    public async ValueTask DisposeAsync()
    {
        if (folder is null) return;
        await AsPostgresAsync(Path.Combine(bin, "pg_ctl"), "-D", Path.Combine(folder, "data"), "-m", "immediate", "-s", "stop");
        Directory.Delete(folder, recursive: true);
    }

    private static Task AsPostgresAsync(params string[] command) =>
        Environment.UserName == "root" ? RunAsync(["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", "--", .. command]) : RunAsync(command);

    private static async Task RunAsync(params string[] command)
    {
        using var process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, UseShellExecute = false, WorkingDirectory = "/" })!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{Path.GetFileName(command[0])} ended with {process.ExitCode}.");
    }
}

using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityVoice.Data;

/// <summary>Which database holds everything.</summary>
public enum DatabaseProvider
{
    Sqlite,
    Postgres,
}

/// <summary>Section "Database". SQLite is the default; PostgreSQL is for larger areas.</summary>
public sealed class DatabaseOptions
{
    public DatabaseProvider Provider { get; set; }

    [Required]
    public string ConnectionString { get; set; } = "Data Source=.data/communityvoice.db";
}

/// <summary>The one place where the two databases are told apart by name.</summary>
public static class DatabaseProviders
{
    public static DbContextOptionsBuilder UseProvider(this DbContextOptionsBuilder db, DatabaseOptions database) =>
        database.Provider switch
        {
            DatabaseProvider.Sqlite => db.WithIdentitySchema().UseSqlite(Complete(database.ConnectionString), x => x.MigrationsAssembly("CommunityVoice.Migrations.Sqlite")),
            DatabaseProvider.Postgres => db.WithIdentitySchema().UseNpgsql(database.ConnectionString, x => x.MigrationsAssembly("CommunityVoice.Migrations.Postgres")),
            var unknown => throw new NotSupportedException($"No migrations for {unknown}."),
        };

    // Identity reads the version of its tables from the application's services; a context made without any must read the same.
    private static DbContextOptionsBuilder WithIdentitySchema(this DbContextOptionsBuilder db) =>
        db.Options.FindExtension<CoreOptionsExtension>()?.ApplicationServiceProvider is null ? db.UseApplicationServiceProvider(Alone) : db;

    private static IServiceProvider Alone { get; } = new ServiceCollection()
        .Configure<IdentityOptions>(identity => identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3)
        .BuildServiceProvider();

    /// <summary>Foreign keys on, and patience with another process that writes (an import beside the running site).</summary>
    public static string Complete(string connectionString) =>
        new SqliteConnectionStringBuilder(connectionString) { ForeignKeys = true, DefaultTimeout = 30 }.ToString();
}

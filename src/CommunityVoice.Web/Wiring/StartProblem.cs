using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Npgsql;

namespace CommunityVoice.Web.Wiring;

/// <summary>Something in the configuration or the surroundings that whoever starts the site can put right.</summary>
public sealed class StartProblem(string sentence, Exception? inner = null) : Exception(sentence, inner)
{
    /// <summary>One clear sentence for a problem of the surroundings; none for a defect, which keeps its stack trace.</summary>
    public static string? Sentence(Exception e) => e switch
    {
        StartProblem problem => problem.Message,
        OptionsValidationException options => "The configuration is not complete: " + string.Join("; ", options.Failures),
        InvalidDataException content => content.Message,
        NpgsqlException { InnerException: SocketException } => "PostgreSQL cannot be reached: check Database:ConnectionString and that the server runs.",
        PostgresException postgres => $"PostgreSQL refused: {postgres.MessageText}. Check Database:ConnectionString.",
        SqliteException sqlite => $"The SQLite database cannot be opened or written ({sqlite.Message}): check Database:ConnectionString and the folder's permissions.",
        IOException { InnerException: Microsoft.AspNetCore.Connections.AddressInUseException } => "Another program already listens on this address: choose another with --urls.",
        _ => null,
    };
}

using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace CommunityVoice.Migrations.Sqlite;

/// <summary>Makes the context for dotnet-ef; it knows only its own database and never opens it.</summary>
public sealed class DesignTimeFactory : IDesignTimeDbContextFactory<CommunityVoiceDb>
{
    public CommunityVoiceDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<CommunityVoiceDb>();
        options.UseProvider(new DatabaseOptions { Provider = DatabaseProvider.Sqlite, ConnectionString = "Data Source=design-time.db" });
        return new CommunityVoiceDb(options.Options);
    }
}

namespace CommunityVoice.Web.Wiring;

/// <summary>Where things lie. What a person types is relative to where they stand; what the settings name, to the site's folder.</summary>
public static class Paths
{
    /// <summary>Resolves a path that somebody typed: <c>dotnet run --project</c> works from the project's folder, they do not.</summary>
    public static string Typed(string path) => Path.GetFullPath(path, Environment.GetEnvironmentVariable("PWD") ?? Environment.CurrentDirectory);

    /// <summary>The folder with pages, letters, frameworks and the demo place, copied beside the program.</summary>
    public static string Content => Path.Combine(AppContext.BaseDirectory, "content");

    /// <summary>Makes the folder and proves that it can be written to.</summary>
    public static void EnsureWritable(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var probe = Path.Combine(folder, $".probe-{Guid.NewGuid():N}");
            File.WriteAllText(probe, "");
            File.Delete(probe);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartProblem($"The folder {folder} cannot be written to: change its permissions or name another in the settings.", e);
        }
    }
}

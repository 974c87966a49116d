namespace CommunityVoice.Tests;

/// <summary>Where the source lies that these tests were built from.</summary>
public static class Repository
{
    public static string Root { get; } = Above("CommunityVoice.sln") ?? throw new InvalidOperationException("No CommunityVoice.sln above the tests.");

    /// <summary>The folder <c>shared/data</c> with real data sets beside the project or any folder above it, or null where it is absent.</summary>
    public static string? SharedData { get; } = Above("shared/data") is { } parent ? Path.Combine(parent, "shared", "data") : null;

    /// <summary>The assembly of a project under <c>src</c>, built in the same configuration as these tests.</summary>
    public static string Built(string project)
    {
        var framework = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd('/'));
        return Path.Combine(Root, "src", project, "bin", framework.Parent!.Name, framework.Name, $"{project}.dll");
    }

    private static string? Above(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Path.Exists(Path.Combine(folder.FullName, name))) return folder.FullName;
        }
        return null;
    }
}

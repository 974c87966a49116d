using System.Globalization;
using CommunityVoice.Bundles;
using CommunityVoice.Web.Wiring;

namespace CommunityVoice.Web.Verbs;

/// <summary><c>export place SLUG FILE-or-FOLDER</c>: writes a whole place as one bundle and prints its fingerprint.</summary>
public static class ExportPlace
{
    public const string Usage = "export place SLUG FILE-or-FOLDER";

    public static async Task<int> RunAsync(IServiceProvider services, string[] args, CancellationToken ct)
    {
        if (args is not [var slug, var typed])
        {
            await Console.Error.WriteLineAsync($"Say which place, and where to: {Usage}");
            return 2;
        }
        await services.MigrateAsync(ct);
        await using var scope = services.CreateAsyncScope();
        var file = Path.HasExtension(typed) ? Paths.Typed(typed)
            : Path.Combine(Paths.Typed(typed), string.Create(CultureInfo.InvariantCulture, $"{slug}-{UkTime.Today(services.GetRequiredService<TimeProvider>()):yyyy-MM-dd}.zip"));
        Paths.EnsureWritable(Path.GetDirectoryName(file)!);
        // Under another name until it is whole.
        var unfinished = $"{file}.part";
        BundleManifest? manifest;
        await using (var output = File.Create(unfinished))
        {
            manifest = await scope.ServiceProvider.GetRequiredService<PlaceExport>().WriteAsync(slug, output, ct);
        }
        if (manifest is null)
        {
            File.Delete(unfinished);
            await Console.Error.WriteLineAsync($"There is no area {slug}.");
            return 1;
        }
        File.Move(unfinished, file, overwrite: true);
        Console.WriteLine($"{manifest.Name}: {manifest.Rows:N0} rows of {manifest.Tables.Count} tables in {file}");
        Console.WriteLine($"Fingerprint: {manifest.Fingerprint}");
        Console.WriteLine("It holds every paper, under pseudonyms: give it only to whoever takes the place over, and the fingerprint by another way.");
        return 0;
    }
}

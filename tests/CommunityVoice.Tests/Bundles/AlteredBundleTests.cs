using System.Globalization;
using CommunityVoice.Areas;

namespace CommunityVoice.Tests.Bundles;

/// <summary>Whatever was done to a bundle on its way is told in one sentence, and nothing of it is taken in.</summary>
public sealed class AlteredBundleTests : SiteTest
{
    [Fact]
    public async Task A_table_that_says_something_else_is_named()
    {
        var packed = await PackAsync();

        await RefusedAsync(packed.With("Area.json", packed.Files()["Area.json"].Replace("Weirside", "Wearside", StringComparison.Ordinal)), "Area.json was altered");
        await RefusedAsync(packed.With("Area.json", null), "Area.json is missing from the bundle.");
        await RefusedAsync(packed.With("Secret.json", "[\n]\n"), "Secret.json was added to the bundle");
    }

    [Fact]
    public async Task A_manifest_that_was_altered_is_named()
    {
        var packed = await PackAsync();
        var manifest = packed.Files()["manifest.json"];

        await RefusedAsync(packed.With("manifest.json", manifest.Replace("\"rows\": 1", "\"rows\": 2", StringComparison.Ordinal)), "manifest.json was altered");
        await RefusedAsync(packed.With("manifest.json", manifest[..^9]), "manifest.json cannot be read");
        await RefusedAsync(packed.With("manifest.json", null), "it has no manifest.json");
    }

    [Fact]
    public async Task Another_format_or_a_newer_version_is_refused()
    {
        var packed = await PackAsync();
        var manifest = packed.Files()["manifest.json"];

        await RefusedAsync(packed.With("manifest.json", manifest.Replace("communityvoice-place", "something", StringComparison.Ordinal)), "its format is \"something\"");
        await RefusedAsync(packed.With("manifest.json", manifest.Replace("\"version\": 1", "\"version\": 2", StringComparison.Ordinal)), "The bundle is of version 2, and this site reads version 1: bring the site up to date first.");
        await RefusedAsync(packed with { Bytes = "Hello"u8.ToArray() }, "it is no zip file");
    }

    [Fact]
    public async Task A_bundle_made_up_anew_is_told_by_the_fingerprint_that_was_kept()
    {
        var packed = await PackAsync();
        await using var otherVisit = await Visit<Site>.ToAsync(new Site());
        var other = otherVisit.Site;
        await other.SaveAsync(new Area("Weirside and more", "weirside", AreaLevel.Place));
        var madeUp = await Suitcase.PackAsync(other, "weirside");

        await RefusedAsync(madeUp, "This is another bundle than the one whose fingerprint was kept", packed.Fingerprint);
    }

    [Fact]
    public async Task The_verbs_say_what_they_did_and_how_to_be_asked()
    {
        await Site.SaveAsync(new Area("Weirside", "weirside", AreaLevel.Place));
        var folder = Directory.CreateTempSubdirectory("communityvoice-bundle-").FullName;
        try
        {
            Assert.Equal((0, 1), (await RunAsync("export place", "weirside", folder), await RunAsync("export place", "nowhere", folder)));
            var file = Assert.Single(Directory.GetFiles(folder));
            Assert.Equal(string.Create(CultureInfo.InvariantCulture, $"weirside-{FakeClock.Today:yyyy-MM-dd}.zip"), Path.GetFileName(file));
            Assert.Equal((0, 0), (await RunAsync("import place", file), await RunAsync("import place", file)));
            Assert.Equal((2, 2), (await RunAsync("export place"), await RunAsync("import place")));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private Task<int> RunAsync(string verb, params string[] args) =>
        CommunityVoice.Web.Verbs.Verb.All.Single(v => v.Name == verb).Work(Site.Services, args, default);

    private async Task<Suitcase> PackAsync()
    {
        await Site.SaveAsync(new Area("Weirside", "weirside", AreaLevel.Place));
        return await Suitcase.PackAsync(Site, "weirside");
    }

    private async Task RefusedAsync(Suitcase altered, string sentence, string? kept = null)
    {
        var refused = await Assert.ThrowsAsync<InvalidDataException>(() => altered.UnpackAsync(Site, kept));
        Assert.Contains(sentence, refused.Message, StringComparison.Ordinal);
    }
}

using CommunityVoice.Data;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityVoice.Tests.Wiring;

public sealed class KeyProtectionTests : SiteTest
{
    [Fact]
    public async Task In_Production_the_site_refuses_to_start_with_keys_in_the_clear()
    {
        var folder = Directory.CreateTempSubdirectory("communityvoice-keys-").FullName;
        var (code, said) = await SiteProcess.RunAsync(folder, "Production", new() { ["Database__ConnectionString"] = $"Data Source={folder}/site.db" });

        Assert.NotEqual(0, code);
        Assert.Contains("name a PKCS #12 file in Keys:CertificatePath", said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task With_a_certificate_the_keys_lie_encrypted_and_still_open_what_they_closed()
    {
        using var certificate = new CertificateFile();
        await using var live = Site.WithWebHostBuilder(host => host.UseEnvironment("Production").UseSetting(KeyProtection.CertificatePath, certificate.Path));
        var protector = live.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test");

        Assert.Equal("a word", protector.Unprotect(protector.Protect("a word")));
        await using var scope = live.Services.CreateAsyncScope();
        var keys = await scope.ServiceProvider.GetRequiredService<CommunityVoiceDb>().ProtectionKeys.Select(k => k.Xml).ToListAsync();
        Assert.Contains("EncryptedData", Assert.Single(keys), StringComparison.Ordinal);
        Assert.DoesNotContain("<value>", keys[0], StringComparison.Ordinal);
    }
}

using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace CommunityVoice.Web.Wiring;

/// <summary>Section "Keys": the keys of cookies and tokens lie in the database, in Production encrypted by a certificate, so that a copy of the database opens no session.</summary>
public static class KeyProtection
{
    public const string CertificatePath = "Keys:CertificatePath";
    public const string CertificatePassword = "Keys:CertificatePassword";

    public static void AddKeyProtection(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        services.AddSingleton<IXmlRepository, ProtectionKeyStore>();
        services.AddOptions<KeyManagementOptions>().Configure<IXmlRepository>((options, store) => options.XmlRepository = store);
        var protection = services.AddDataProtection().SetApplicationName("CommunityVoice");
        if (configuration[CertificatePath] is { Length: > 0 } path)
            protection.ProtectKeysWithCertificate(Load(Path.GetFullPath(path, environment.ContentRootPath), configuration[CertificatePassword]));
    }

    /// <summary>In Production the site does not start with keys in the clear.</summary>
    public static void EnsureKeysAreProtected(this WebApplication app)
    {
        if (app.Environment.IsProduction() && string.IsNullOrEmpty(app.Configuration[CertificatePath]))
            throw new StartProblem($"In Production the keys of cookies and tokens must be encrypted: name a PKCS #12 file in {CertificatePath} and its password in {CertificatePassword}.");
    }

    private static X509Certificate2 Load(string path, string? password)
    {
        try
        {
            return X509CertificateLoader.LoadPkcs12FromFile(path, password);
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new StartProblem($"The certificate {path} cannot be read: check {CertificatePath} and {CertificatePassword}.", e);
        }
    }
}

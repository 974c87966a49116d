using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace CommunityVoice.Tests.Wiring;

/// <summary>A certificate of our own in a file that goes away with it.</summary>
public sealed class CertificateFile : IDisposable
{
    public CertificateFile()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=CommunityVoice tests", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(FakeClock.Start.AddYears(-1), FakeClock.Start.AddYears(10));
        File.WriteAllBytes(Path, certificate.Export(X509ContentType.Pkcs12));
    }

    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"communityvoice-{Guid.NewGuid():N}.pfx");

    public void Dispose() => File.Delete(Path);
}

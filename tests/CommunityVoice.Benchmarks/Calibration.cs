using System.Diagnostics;

namespace CommunityVoice.Benchmarks;

/// <summary>A fixed loop that tells how fast this machine is now, for benchmarks of a number of seconds.</summary>
internal static class Calibration
{
    /// <summary>SHA-256 over two gigabytes: some two seconds on a machine of 2024.</summary>
    public static double Seconds()
    {
        var block = new byte[1 << 20];
        var watch = Stopwatch.StartNew();
        for (var n = 0; n < 2048; n++) System.Security.Cryptography.SHA256.HashData(block).AsSpan().CopyTo(block);
        return watch.Elapsed.TotalSeconds;
    }
}

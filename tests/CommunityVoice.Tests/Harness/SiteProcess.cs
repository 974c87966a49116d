using System.Diagnostics;
using System.Text.RegularExpressions;

namespace CommunityVoice.Tests;

/// <summary>The real site as a process of its own, as a person would start it, on a free port and with a folder of its own.</summary>
public sealed partial class SiteProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(180);
    private readonly Process process;
    private readonly StringBuilder output = new();
    private readonly TaskCompletionSource<Uri> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private SiteProcess(ProcessStartInfo start)
    {
        process = new Process { StartInfo = start, EnableRaisingEvents = true };
        process.OutputDataReceived += (_, e) => Read(e.Data);
        process.ErrorDataReceived += (_, e) => Read(e.Data);
        process.Exited += (_, _) => listening.TrySetException(new InvalidOperationException("The site stopped."));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public Uri Address => listening.Task.Result;

    /// <summary>Everything the site wrote to the console so far.</summary>
    public string Output
    {
        get { lock (output) return output.ToString(); }
    }

    /// <summary>Starts the site and waits until it says that it is ready.</summary>
    public static async Task<SiteProcess> StartAsync(string folder, string environment, Dictionary<string, string>? settings = null)
    {
        var site = Launch(folder, environment, settings);
        try
        {
            await site.listening.Task.WaitAsync(Patience);
            using var http = new HttpClient { BaseAddress = site.Address };
            for (var left = 100; (await http.GetAsync("/health/ready")).StatusCode != HttpStatusCode.OK; left--)
            {
                Assert.True(left > 0, "The site listens but never becomes ready.");
                await Task.Delay(100);
            }
            return site;
        }
        catch (Exception e)
        {
            await site.DisposeAsync();
            throw new InvalidOperationException($"The site did not start. It said:\n{site.Output}", e);
        }
    }

    /// <summary>Starts the site where it is expected to stop by itself, and answers its exit code and what it said.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(
        string folder, string environment, Dictionary<string, string>? settings = null, params string[] arguments)
    {
        await using var site = Launch(folder, environment, settings, arguments);
        using var patience = new CancellationTokenSource(Patience);
        await site.process.WaitForExitAsync(patience.Token);
        return (site.process.ExitCode, site.Output);
    }

    /// <summary>Stops the site as a service manager would, and answers its exit code.</summary>
    public async Task<int> StopAsync()
    {
        using (var kill = Process.Start("kill", ["-TERM", $"{process.Id}"])) await kill.WaitForExitAsync();
        using var patience = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(patience.Token);
        return process.ExitCode;
    }

    /// <summary>Ends the site in the middle of whatever it does, as a loss of power would: SIGKILL.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }
        process.Dispose();
    }

    private static SiteProcess Launch(string folder, string environment, Dictionary<string, string>? settings, params string[] arguments)
    {
        var project = Path.Combine(Repository.Root, "src", "CommunityVoice.Web");
        var start = new ProcessStartInfo("dotnet", [Repository.Built("CommunityVoice.Web"), .. arguments])
        {
            WorkingDirectory = project,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = environment,
                // Kestrel picks a free port only for an address, not for the name; both answer on it.
                ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
                ["PWD"] = folder,
            },
        };
        foreach (var (name, value) in settings ?? []) start.Environment[name] = value;
        return new SiteProcess(start);
    }

    private void Read(string? line)
    {
        if (line is null) return;
        lock (output) output.AppendLine(line);
        if (ListeningPattern().Match(line) is { Success: true } match) listening.TrySetResult(new Uri($"http://localhost:{match.Groups["port"].Value}"));
    }

    [GeneratedRegex(@"http://(?:127\.0\.0\.1|localhost):(?<port>[1-9]\d*)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ListeningPattern();
}

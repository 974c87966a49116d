using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace CommunityVoice.Tests;

/// <summary>Keeps what a site logs as an error, so that a failing test can say why.</summary>
public sealed class FaultLog : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> faults = [];

    /// <summary>The newest one, which most often is the reason.</summary>
    public override string ToString() => faults.LastOrDefault() ?? "";

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel)) faults.Enqueue($"{formatter(state, exception)}\n{exception}");
    }

    public void Dispose()
    {
        // Nothing is held.
    }
}

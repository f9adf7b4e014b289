using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace LabelPlatform.Tests.AllInOne;

/// <summary>Keeps what is logged with an id, as <c>1704 …</c>.</summary>
internal sealed class LogLines : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _lines = new();

    public IReadOnlyList<string> Of(int eventId) => [.. _lines.Where(line => line.StartsWith($"{eventId} ", StringComparison.Ordinal))];

    public ILogger CreateLogger(string categoryName) => this;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Enqueue($"{eventId.Id} {formatter(state, exception)}");

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public void Dispose()
    {
        // Nothing is open.
    }
}

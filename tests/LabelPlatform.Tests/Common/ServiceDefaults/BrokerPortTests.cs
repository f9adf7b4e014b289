using System.Net;
using System.Net.Sockets;
using LabelPlatform.ServiceDefaults.Messaging;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Common.ServiceDefaults;

public sealed class BrokerPortTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly Socket _broker = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly ApplicationLifetime _lifetime = new(NullLogger<ApplicationLifetime>.Instance);
    private readonly Heard _log = new();

    // The port is taken, and refuses connections until something listens.
    public BrokerPortTests() => _broker.Bind(new IPEndPoint(IPAddress.Loopback, 0));

    public void Dispose() => _broker.Dispose();

    [Fact]
    public async Task Should_go_on_at_once_where_the_broker_listens()
    {
        _broker.Listen();

        await UntilOpenAsync().WaitAsync(Limit);

        _log.First.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task Should_wait_until_the_broker_listens()
    {
        var open = UntilOpenAsync();
        var said = await _log.First.WaitAsync(Limit);
        var wasOpen = open.IsCompleted;
        _broker.Listen();

        await open.WaitAsync(Limit);

        said.ShouldStartWith($"RabbitMQ at 127.0.0.1:{Port} cannot be reached (");
        wasOpen.ShouldBeFalse();
    }

    [Fact]
    public async Task Should_not_wait_on_when_the_service_stops()
    {
        var open = UntilOpenAsync();
        await _log.First.WaitAsync(Limit);
        _lifetime.StopApplication();

        await open.WaitAsync(Limit);
    }

    private int Port => ((IPEndPoint)_broker.LocalEndPoint!).Port;

    private Task UntilOpenAsync() => new BrokerPort(_lifetime, TimeProvider.System, _log).UntilOpenAsync("127.0.0.1", Port);

    /// <summary>A log of which the first line can be waited for.</summary>
    private sealed class Heard : ILogger<BrokerPort>
    {
        private readonly TaskCompletionSource<string> _first = new();

        public Task<string> First => _first.Task;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            _first.TrySetResult(formatter(state, exception));
    }
}

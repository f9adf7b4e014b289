using LabelPlatform.IntegrationTests.Infrastructure;
using LabelPlatform.IntegrationTests.Persistence.Counters;
using LabelPlatform.Persistence;
using LabelPlatform.Persistence.Due;
using LabelPlatform.Persistence.Outbox;
using LabelPlatform.Persistence.Sagas;
using LabelPlatform.ServiceDefaults.Messaging;
using LabelPlatform.Testing;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LabelPlatform.IntegrationTests.Persistence;

/// <summary>A service with a saga and a consumer that store, as services are built, with the in-memory bus unless settings say otherwise.</summary>
internal sealed class PersistenceHost : IAsyncDisposable
{
    public const string CounterQueue = "counter";
    public const string NoteQueue = "write-note";
    private const string CountedUpQueue = "counted-up";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly IHost _host;

    private PersistenceHost(IHost host) => _host = host;

    public IServiceProvider Services => _host.Services;

    public IBus Bus => Services.GetRequiredService<IBus>();

    public Handled Handled => Services.GetRequiredService<Handled>();

    public Received<CountedUp> CountedUp => Services.GetRequiredService<Received<CountedUp>>();

    public Received<NoteWritten> NotesWritten => Services.GetRequiredService<Received<NoteWritten>>();

    public Received<Fault<WriteNote>> Faults => Services.GetRequiredService<Received<Fault<WriteNote>>>();

    public DueSweeper<CounterDbContext, Counter> DueSweeper =>
        Services.GetServices<IHostedService>().OfType<DueSweeper<CounterDbContext, Counter>>().Single();

    public static async Task<PersistenceHost> StartAsync(
        TestDatabase database,
        Dictionary<string, string?>? settings = null,
        Action<IServiceCollection>? configure = null)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = Environments.Production });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Messaging:Transport"] = "InMemory" });
        builder.Configuration.AddInMemoryCollection(database.Settings);
        builder.Configuration.AddInMemoryCollection(settings ?? []);
        builder.Logging.ClearProviders();
        configure?.Invoke(builder.Services);

        builder.AddPersistence<CounterDbContext>(database.Name);
        builder.Services.AddDueSweeper<CounterDbContext, Counter>();
        builder.Services.AddSingleton<Gathering>();
        builder.Services.AddSingleton<WriteNoteConsumer.Failures>();
        builder.Services.AddSingleton<Handled>();
        builder.Services.AddReceiveObserver<Handled>(services => services.GetRequiredService<Handled>());
        builder.AddMessaging(bus =>
        {
            bus.AddSagaStateMachine<CounterStateMachine, Counter, CounterDefinition>().EntityFrameworkRepository<Counter, CounterDbContext>();
            bus.AddConsumer<WriteNoteConsumer, WriteNoteDefinition>();
            bus.AddReceived<CountedUp>(CountedUpQueue);
            bus.AddReceived<NoteWritten>("note-written");
            bus.AddReceived<Fault<WriteNote>>("write-note-faults");
        });
        builder.Services.Configure<MassTransitHostOptions>(options => options.WaitUntilStarted = true);

        var host = new PersistenceHost(builder.Build());
        try
        {
            await host._host.StartAsync();
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Asks the database with a context of its own.</summary>
    public async Task<T> AskAsync<T>(Func<CounterDbContext, Task<T>> ask)
    {
        await using var scope = Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<CounterDbContext>());
    }

    public Task<List<Counter>> CountersAsync() => AskAsync(db => db.Counters.AsNoTracking().ToListAsync());

    public Task<int> OutboxCountAsync() => AskAsync(db => db.Set<OutboxMessage>().CountAsync());

    public Task<int> InboxCountAsync() => AskAsync(db => db.Set<InboxMessage>().CountAsync());

    /// <summary>Waits until everything that was stored is delivered.</summary>
    public Task OutboxEmptyAsync() => Eventually.HoldsAsync("the outbox is empty", Patience, async _ => await OutboxCountAsync() == 0);

    /// <summary>All that were sent until now: the queue is handed out in order, one after the other.</summary>
    public async Task<IReadOnlyList<CountedUp>> AllCountedUpAsync()
    {
        var last = new CountedUp(Guid.NewGuid(), Count: 0);
        await SendAsync(CountedUpQueue, last);
        await CountedUp.UntilAsync("the last one came", messages => messages.Contains(last));
        return [.. CountedUp.Messages.Where(counted => counted.Count > 0)];
    }

    /// <summary>Sends a message to a queue, with an id of its own or the one given.</summary>
    public async Task SendAsync<T>(string queue, T message, Guid? messageId = null)
        where T : class
    {
        var endpoint = await Bus.GetSendEndpoint(new Uri($"queue:{queue}"));
        await endpoint.Send(message, send => send.MessageId = messageId ?? send.MessageId);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        if (_host is IAsyncDisposable disposable)
            await disposable.DisposeAsync();
    }
}

using LabelPlatform.IntegrationTests.Infrastructure;
using LabelPlatform.IntegrationTests.Persistence.Counters;
using LabelPlatform.Persistence;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LabelPlatform.IntegrationTests.Persistence;

public class When_the_bus_is_RabbitMQ(TestEnvironment environment)
{
    [Fact]
    public async Task Should_share_sagas_among_instances_and_answer_requests()
    {
        var settings = (await environment.RabbitMqAsync()).ToSettings()
            .ToDictionary(setting => setting.Key.Replace("__", ":", StringComparison.Ordinal), setting => setting.Value);
        await using var database = await TestDatabase.CreateAsync(environment, DatabaseProvider.Postgres);
        await using var one = await PersistenceHost.StartAsync(database, settings);
        await using var two = await PersistenceHost.StartAsync(database, settings);
        Guid[] ids = [.. Enumerable.Range(0, 5).Select(_ => Guid.NewGuid())];

        await Task.WhenAll(Enumerable.Range(0, 100).Select(i => one.SendAsync(PersistenceHost.CounterQueue, new CountUp(ids[i % ids.Length]))));
        await Eventually.HoldsAsync("all are handled", TimeSpan.FromSeconds(60), async _ =>
            (await one.CountersAsync()).Sum(counter => counter.Count) == 100);
        await one.OutboxEmptyAsync();
        await Eventually.HoldsAsync("all messages came", TimeSpan.FromSeconds(60), () =>
            one.CountedUp.Messages.Count + two.CountedUp.Messages.Count >= 100);

        var received = one.CountedUp.Messages.Concat(two.CountedUp.Messages).ToList();
        received.Distinct().Count().ShouldBe(100);
        received.GroupBy(counted => counted.CounterId).ShouldAllBe(counter => counter.Max(counted => counted.Count) == 20);

        await using var scope = two.Services.CreateAsyncScope();
        var client = scope.ServiceProvider.GetRequiredService<IRequestClient<WriteNote>>();
        var note = Guid.NewGuid();
        (await client.GetResponse<NoteWritten>(new WriteNote(note, "影视"), timeout: RequestTimeout.After(s: 60))).Message.NoteId.ShouldBe(note);
        await Eventually.HoldsAsync("the event came", TimeSpan.FromSeconds(60), () =>
            one.NotesWritten.Contexts.Concat(two.NotesWritten.Contexts).Any(context => context.Headers.Get<string>("Author") == "测试"));
    }
}

using LabelPlatform.IntegrationTests.Infrastructure;
using LabelPlatform.IntegrationTests.Persistence.Counters;
using LabelPlatform.Persistence;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LabelPlatform.IntegrationTests.Persistence;

public class When_a_message_passes_the_outbox(TestEnvironment environment)
{
    [Theory]
    [InlineData(DatabaseProvider.Postgres)]
    [InlineData(DatabaseProvider.Sqlite)]
    public async Task Should_be_as_it_was_sent(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(environment, provider);
        await using var host = await PersistenceHost.StartAsync(database);
        var id = Guid.NewGuid();
        var conversation = Guid.NewGuid();

        var endpoint = await host.Bus.GetSendEndpoint(new Uri($"queue:{PersistenceHost.NoteQueue}"));
        await endpoint.Send(new WriteNote(id, "影视"), send => send.ConversationId = conversation);
        await host.NotesWritten.CountAsync(1);

        var received = host.NotesWritten.Contexts[0];
        received.Message.ShouldBe(new NoteWritten(id));
        received.ConversationId.ShouldBe(conversation);
        received.Headers.Get<string>("Author").ShouldBe("测试");
        received.SourceAddress!.AbsolutePath.ShouldEndWith(PersistenceHost.NoteQueue);
    }

    [Theory]
    [InlineData(DatabaseProvider.Postgres)]
    [InlineData(DatabaseProvider.Sqlite)]
    public async Task Should_answer_requests(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(environment, provider);
        await using var host = await PersistenceHost.StartAsync(database);
        var id = Guid.NewGuid();

        await using var scope = host.Services.CreateAsyncScope();
        var client = scope.ServiceProvider.GetRequiredService<IRequestClient<WriteNote>>();
        var response = await client.GetResponse<NoteWritten>(new WriteNote(id, "影视"), timeout: RequestTimeout.After(s: 60));

        response.Message.NoteId.ShouldBe(id);
    }
}

using MassTransit;

namespace LabelPlatform.Tests.Api;

internal sealed class AnsweringConsumer<TRequest>(FakeScheduler scheduler, IServiceProvider services) :
    IConsumer<TRequest>
    where TRequest : class
{
    public async Task Consume(ConsumeContext<TRequest> context)
    {
        var answer = await scheduler.AnswerAsync(context.Message, services);
        await context.RespondAsync(answer, answer.GetType());
    }
}

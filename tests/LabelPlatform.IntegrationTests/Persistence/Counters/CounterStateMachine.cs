using MassTransit;
using Microsoft.Extensions.DependencyInjection;

namespace LabelPlatform.IntegrationTests.Persistence.Counters;

public sealed class CounterStateMachine : MassTransitStateMachine<Counter>
{
    public CounterStateMachine()
    {
        InstanceState(counter => counter.CurrentState);
        Event(() => CountUp, counter => counter.CorrelateById(context => context.Message.CounterId));
        Event(() => RemoveCounter, counter => counter.CorrelateById(context => context.Message.CounterId));
        Event(() => CounterDue, counter =>
        {
            counter.CorrelateById(context => context.Message.CounterId);
            counter.OnMissingInstance(missing => missing.Discard());
        });
        Event(() => CountUpByName, counter =>
        {
            counter.CorrelateBy((instance, context) => instance.Name == context.Message.Name);
            counter.SelectId(_ => NewId.NextGuid());
        });
        Event(() => OpenCounter, counter =>
        {
            counter.CorrelateById(context => context.Message.CounterId);
            counter.InsertOnInitial = true;
            counter.SetSagaFactory(context => new Counter { CorrelationId = context.Message.CounterId, Name = context.Message.CounterId.ToString() });
        });

        Initially(
            When(CountUp)
                .ThenAsync(context => context.GetPayload<IServiceProvider>().GetRequiredService<Gathering>().ArriveAsync())
                .Then(context => context.Saga.Name = context.Saga.CorrelationId.ToString())
                .Then(CountUpOnce)
                .Publish(Counted)
                .TransitionTo(Counting),
            When(CountUpByName)
                .ThenAsync(context => context.GetPayload<IServiceProvider>().GetRequiredService<Gathering>().ArriveAsync())
                .Then(context => context.Saga.Name = context.Message.Name)
                .Then(CountUpOnce)
                .Publish(Counted)
                .TransitionTo(Counting),
            When(OpenCounter)
                .Then(CountUpOnce)
                .Publish(Counted)
                .TransitionTo(Counting));
        During(Counting,
            When(OpenCounter)
                .Then(CountUpOnce)
                .Publish(Counted),
            When(CountUp)
                .Then(CountUpOnce)
                .Publish(Counted),
            When(CountUpByName)
                .Then(CountUpOnce)
                .Publish(Counted),
            When(CounterDue)
                .Then(context => context.Saga.DueAt = null)
                .Then(CountUpOnce)
                .Publish(Counted),
            When(RemoveCounter)
                .Finalize());
        During(Resting,
            Ignore(CounterDue));
        SetCompletedWhenFinalized();
    }

    public State Counting { get; } = null!;

    /// <summary>In which nothing is dealt with.</summary>
    public State Resting { get; } = null!;

    public Event<CountUp> CountUp { get; } = null!;

    public Event<CountUpByName> CountUpByName { get; } = null!;

    public Event<CounterDue> CounterDue { get; } = null!;

    /// <summary>Whose instance is written before it is handled.</summary>
    public Event<OpenCounter> OpenCounter { get; } = null!;

    public Event<RemoveCounter> RemoveCounter { get; } = null!;

    private static void CountUpOnce(BehaviorContext<Counter> context) => context.Saga.Count++;

    private static CountedUp Counted(BehaviorContext<Counter> context) => new(context.Saga.CorrelationId, context.Saga.Count);
}

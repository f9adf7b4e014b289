using System.Collections.Concurrent;
using MassTransit;

namespace LabelPlatform.Tests.Api;

/// <summary>Stands in for TrainingScheduler: answers what the test says, and nothing else.</summary>
internal sealed class FakeScheduler
{
    private readonly Dictionary<Type, Func<object, IServiceProvider, Task<object>>> _answers = [];
    private readonly List<Action<IBusRegistrationConfigurator>> _consumers = [];

    /// <summary>The clock of the host.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>What was asked, in its order.</summary>
    public ConcurrentQueue<object> Asked { get; } = new();

    public FakeScheduler Answer<TRequest>(Func<TRequest, object> answer)
        where TRequest : class =>
        Answer<TRequest>((request, _) => Task.FromResult(answer(request)));

    public FakeScheduler Answer<TRequest>(Func<TRequest, IServiceProvider, Task<object>> answer)
        where TRequest : class
    {
        _answers[typeof(TRequest)] = (request, services) => answer((TRequest)request, services);
        _consumers.Add(bus => bus.AddConsumer<AnsweringConsumer<TRequest>>());
        return this;
    }

    public void AddConsumers(IBusRegistrationConfigurator bus) => _consumers.ForEach(add => add(bus));

    public Task<object> AnswerAsync(object request, IServiceProvider services)
    {
        Asked.Enqueue(request);
        return _answers[request.GetType()](request, services);
    }
}

using MassTransit;
using MassTransit.Configuration;
using Microsoft.EntityFrameworkCore;

namespace LabelPlatform.Persistence.Outbox;

/// <summary>The outbox of an endpoint.</summary>
public static class OutboxEndpointExtensions
{
    /// <summary>How often a failed attempt is repeated, unless the endpoint says otherwise.</summary>
    public const int RetryLimit = 10;

    /// <summary>
    /// Has every consumer and saga of the endpoint handle a message in one transaction of <typeparamref name="TDbContext"/>: what it changes in
    /// it, and what it sends through its <see cref="ConsumeContext"/> or an injected <see cref="IPublishEndpoint"/> or
    /// <see cref="ISendEndpointProvider"/> (not <see cref="IBus"/>), happens together or not at all, and once for a message id. To be called
    /// in the definition, before anything else of the endpoint.
    /// </summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="context">What the definition was given.</param>
    /// <param name="retry">
    /// How failed attempts are repeated, each with a new scope and transaction. By default ten times within about 40 s, which outlasts
    /// conflicts and a database that changes over. It must be the endpoint's only retry.
    /// </param>
    public static void UseTransactionalOutbox<TDbContext>(
        this IReceiveEndpointConfigurator endpoint,
        IRegistrationContext context,
        Action<IRetryConfigurator>? retry = null)
        where TDbContext : DbContext
    {
        endpoint.UseMessageRetry(retry ?? Retry);
        var outbox = new OutboxConsumePipeSpecificationObserver<TDbContext>(endpoint, context);
        endpoint.ConnectConsumerConfigurationObserver(outbox);
        endpoint.ConnectSagaConfigurationObserver(outbox);
    }

    // Conflicts are over within milliseconds; the long intervals at the end are for a database that is away.
    private static void Retry(IRetryConfigurator retry) =>
        retry.Exponential(RetryLimit, TimeSpan.FromMilliseconds(20), TimeSpan.FromSeconds(10), TimeSpan.FromMilliseconds(80));
}

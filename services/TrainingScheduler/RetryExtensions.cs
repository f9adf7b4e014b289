using LabelPlatform.Persistence.Transactions;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace LabelPlatform.TrainingScheduler;

internal static class RetryExtensions
{
    private const int Limit = 3;

    /// <summary>Handles a request again, in a new scope, when another one of the same thing was faster: now it finds what that has written.</summary>
    public static void RetryUniqueViolations(this IReceiveEndpointConfigurator endpoint) => endpoint.UseMessageRetry(retry =>
    {
        retry.Handle<DbUpdateException>(exception => exception.IsUniqueViolation());
        retry.Immediate(Limit);
    });
}

using MassTransit;
using Microsoft.Extensions.Options;

namespace LabelPlatform.Seed;

/// <summary>Asks services that may still be starting: what is not answered in time is asked again. Everything asked here may be asked twice.</summary>
public sealed class SampleRequests(IBus bus, IOptions<SampleOptions> options)
{
    private const int Attempts = 5;

    private readonly TimeSpan _timeout = TimeSpan.FromSeconds(options.Value.TimeoutSeconds);

    /// <summary>Asks for what has one kind of answer.</summary>
    /// <exception cref="SampleException">The service did not answer, or could not.</exception>
    public async Task<TReply> AskAsync<TRequest, TReply>(string service, TRequest request, CancellationToken cancellationToken)
        where TRequest : class
        where TReply : class =>
        (await RetryAsync(service, cancellation => Client<TRequest>().GetResponse<TReply>(request, cancellation), cancellationToken)).Message;

    /// <summary>Asks for what is answered in one of two ways.</summary>
    /// <exception cref="SampleException">The service did not answer, or could not.</exception>
    public Task<Response<TReply, TOther>> AskAsync<TRequest, TReply, TOther>(string service, TRequest request, CancellationToken cancellationToken)
        where TRequest : class
        where TReply : class
        where TOther : class =>
        RetryAsync(service, cancellation => Client<TRequest>().GetResponse<TReply, TOther>(request, cancellation), cancellationToken);

    private IRequestClient<TRequest> Client<TRequest>()
        where TRequest : class => bus.CreateRequestClient<TRequest>(_timeout);

    private async Task<T> RetryAsync<T>(string service, Func<CancellationToken, Task<T>> ask, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            // The bus's own timeout starts when the message is sent, which a broker that is away puts off.
            using var bound = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            bound.CancelAfter(_timeout + TimeSpan.FromSeconds(1));
            try
            {
                return await ask(bound.Token);
            }
            catch (RequestFaultException exception)
            {
                throw new SampleException($"{service} could not do it: its log says why.", exception);
            }
            catch (Exception exception) when (exception is RequestException or OperationCanceledException or ConnectionException)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (attempt == Attempts)
                    throw new SampleException($"{service} does not answer.", exception);
            }
        }
    }
}

using LabelPlatform.Api.Batching;
using MassTransit;

namespace LabelPlatform.Api.Owners;

/// <summary>A service that owns data, asked by message. When it does not answer, the request is refused (503) with its name.</summary>
internal sealed class DataOwner(IBus bus, string name)
{
    // The bus's own timeout starts when the message is sent, which a broker that is away puts off.
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(1);

    /// <summary>Asks for what has one kind of answer.</summary>
    /// <exception cref="StageUnavailableException">The service did not answer in time, or could not.</exception>
    public async Task<TReply> AskAsync<TRequest, TReply>(TRequest request, TimeSpan timeout, CancellationToken cancellationToken)
        where TRequest : class
        where TReply : class =>
        (await WaitAsync(cancellation => Client<TRequest>(timeout).GetResponse<TReply>(request, cancellation), timeout, cancellationToken)).Message;

    /// <summary>Asks for what is answered in one of two ways.</summary>
    /// <exception cref="StageUnavailableException">The service did not answer in time, or could not.</exception>
    public Task<Response<TReply, TOther>> AskAsync<TRequest, TReply, TOther>(TRequest request, TimeSpan timeout, CancellationToken cancellationToken)
        where TRequest : class
        where TReply : class
        where TOther : class =>
        WaitAsync(cancellation => Client<TRequest>(timeout).GetResponse<TReply, TOther>(request, cancellation), timeout, cancellationToken);

    /// <summary>Asks for what is answered in one of three ways.</summary>
    /// <exception cref="StageUnavailableException">The service did not answer in time, or could not.</exception>
    public Task<Response<TReply, TOther, TThird>> AskAsync<TRequest, TReply, TOther, TThird>(
        TRequest request, TimeSpan timeout, CancellationToken cancellationToken)
        where TRequest : class
        where TReply : class
        where TOther : class
        where TThird : class =>
        WaitAsync(cancellation => Client<TRequest>(timeout).GetResponse<TReply, TOther, TThird>(request, cancellation), timeout, cancellationToken);

    private IRequestClient<TRequest> Client<TRequest>(TimeSpan timeout)
        where TRequest : class =>
        bus.CreateRequestClient<TRequest>(timeout);

    private async Task<T> WaitAsync<T>(Func<CancellationToken, Task<T>> ask, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        bound.CancelAfter(timeout + Slack);
        try
        {
            return await ask(bound.Token);
        }
        catch (RequestFaultException exception)
        {
            throw new StageUnavailableException(name, "could not do this now (its log says why)", exception);
        }
        catch (Exception exception) when (exception is RequestException or OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw new StageUnavailableException(name, "did not answer in time", exception);
        }
        catch (ConnectionException exception)
        {
            throw new StageUnavailableException(name, "could not be reached", exception);
        }
    }
}

using System.Net.Sockets;
using Polly;
using Polly.CircuitBreaker;

namespace LabelPlatform.Inference;

/// <summary>
/// Stands before the calls to one model at one address: ends those that take too long, says what went wrong in words for people, counts
/// them, and leaves the model alone for a while when it keeps failing there. Thread-safe.
/// </summary>
public sealed class CallGuard
{
    private readonly string _model;
    private readonly string _address;
    private readonly TimeSpan _timeout;
    private readonly ResiliencePipeline _breaker;
    private readonly InferenceMetrics _metrics;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;

    /// <param name="model">Name of the model.</param>
    /// <param name="address">Where it is asked, for the log. Reasons of failures do not name it: they travel to the platform's users.</param>
    /// <param name="options">Times and the circuit breaker's settings.</param>
    /// <param name="metrics">Where calls are counted.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">The log.</param>
    public CallGuard(string model, string address, InferenceOptions options, InferenceMetrics metrics, TimeProvider time, ILogger logger)
    {
        _model = model;
        _address = address;
        _timeout = TimeSpan.FromMilliseconds(options.ModelTimeoutMs);
        _metrics = metrics;
        _time = time;
        _logger = logger;
        _breaker = CreateBreaker(options.CircuitBreaker);
    }

    /// <summary>Makes one call.</summary>
    /// <param name="version">Version of the model, for the metrics.</param>
    /// <param name="call">The call; it ends when its token does.</param>
    /// <param name="patience">How long its caller can wait; the call ends earlier when the model's own time is shorter.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="PredictionException">The call failed, or was not made.</exception>
    public async Task<T> CallAsync<T>(
        long version, Func<CancellationToken, Task<T>> call, TimeSpan patience, CancellationToken cancellation)
    {
        var start = _time.GetTimestamp();
        CallOutcome? outcome = null;
        try
        {
            var answer = await _breaker.ExecuteAsync(token => CallInTimeAsync(call, patience, token), cancellation);
            outcome = CallOutcome.Answered;
            return answer;
        }
        catch (BrokenCircuitException exception)
        {
            outcome = CallOutcome.CircuitOpen;
            var last = exception.InnerException is PredictionException { Message: var message } ? $" (the last: {message})" : "";
            throw new PredictionException(CallOutcome.CircuitOpen, $"left alone for a while after repeated failures{last}", exception);
        }
        catch (PredictionException exception)
        {
            outcome = exception.Outcome;
            Log.CallFailed(_logger, _model, version, _address, exception.Message);
            throw;
        }
        finally
        {
            _metrics.Called(_model, version, outcome, _time.GetElapsedTime(start));
        }
    }

    private async ValueTask<T> CallInTimeAsync<T>(Func<CancellationToken, Task<T>> call, TimeSpan patience, CancellationToken cancellation)
    {
        var allowed = patience < _timeout ? patience : _timeout;
        if (allowed <= TimeSpan.Zero)
            throw OutOfTime(TimeSpan.Zero);

        using var timer = new CancellationTokenSource(allowed, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellation);
        try
        {
            return await call(either.Token);
        }
        catch (OperationCanceledException) when (timer.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            // A caller in a hurry says nothing about the server.
            throw allowed < _timeout
                ? OutOfTime(allowed)
                : new PredictionException(CallOutcome.TimedOut, $"no answer within {allowed.TotalMilliseconds:F0} ms");
        }
        catch (OperationCanceledException exception) when (!cancellation.IsCancellationRequested)
        {
            // Neither the timer nor the caller: SocketsHttpHandler's way to say that connecting took too long.
            throw new PredictionException(CallOutcome.Unreachable, "no connection", exception);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            throw new PredictionException(CallOutcome.Unreachable, Describe(exception), exception);
        }
    }

    private ResiliencePipeline CreateBreaker(CircuitBreakerOptions options)
    {
        var state = new CircuitBreakerStateProvider();
        return new ResiliencePipelineBuilder { TimeProvider = _time }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions
            {
                FailureRatio = options.FailureRatio,
                MinimumThroughput = options.MinimumCalls,
                SamplingDuration = TimeSpan.FromSeconds(options.SamplingSeconds),
                BreakDuration = TimeSpan.FromSeconds(options.BreakSeconds),
                StateProvider = state,
                // The call that tries again must have been answered to close the circuit: one that its caller ended proves nothing.
                ShouldHandle = call => ValueTask.FromResult(call.Outcome.Exception switch
                {
                    PredictionException { IsServerFault: true } => true,
                    PredictionException { Outcome: CallOutcome.OutOfTime } or OperationCanceledException => state.CircuitState is CircuitState.HalfOpen,
                    _ => false,
                }),
                OnOpened = opened =>
                {
                    Log.CircuitOpened(_logger, _model, _address, opened.BreakDuration, opened.Outcome.Exception?.Message);
                    return default;
                },
                OnClosed = _ =>
                {
                    Log.CircuitClosed(_logger, _model, _address);
                    return default;
                },
            })
            .Build();
    }

    private static PredictionException OutOfTime(TimeSpan allowed) =>
        new(CallOutcome.OutOfTime, $"no answer within the {allowed.TotalMilliseconds:F0} ms that the deadline left");

    private static string Describe(Exception exception) => exception switch
    {
        HttpRequestException { InnerException: SocketException { SocketErrorCode: SocketError.ConnectionRefused } } => "connection refused",
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => "its host name is unknown",
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => "no secure connection",
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => "no connection",
        HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse } => "answered something that is not HTTP",
        _ => "the connection broke",
    };
}

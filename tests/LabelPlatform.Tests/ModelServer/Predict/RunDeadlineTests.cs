using LabelPlatform.ModelServer.Predict;
using LabelPlatform.ModelServer.Rest;
using LabelPlatform.SavedModels;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.ModelServer.Predict;

public sealed class RunDeadlineTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly RunDeadline _deadline;

    public RunDeadlineTests() => _deadline = new RunDeadline(Options.Create(new RestOptions { RestApiTimeoutInMs = 100 }), _time);

    [Fact]
    public void Run_InTime_AnswersWhatItIsAsked() => _deadline.Run(token => Work(99, token), TestContext.Current.CancellationToken).ShouldBe(99);

    [Fact]
    public void Run_TooLong_FailsWithDeadlineExceeded() =>
        Should.Throw<SavedModelException>(() => _deadline.Run(token => Work(100, token), TestContext.Current.CancellationToken))
            .Code.ShouldBe(StatusCode.DeadlineExceeded);

    [Fact]
    public void Run_ClientGone_IsCancelled() =>
        Should.Throw<OperationCanceledException>(() => _deadline.Run(token => Work(100, token), new CancellationToken(canceled: true)));

    private int Work(int milliseconds, CancellationToken cancellation)
    {
        _time.Advance(TimeSpan.FromMilliseconds(milliseconds));
        cancellation.ThrowIfCancellationRequested();
        return milliseconds;
    }
}

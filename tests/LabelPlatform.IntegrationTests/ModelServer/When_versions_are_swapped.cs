using System.Collections.Concurrent;
using Shouldly;
using Xunit;

namespace LabelPlatform.IntegrationTests.ModelServer;

[Trait("Category", "Long")]
public class When_versions_are_swapped
{
    private const int Swaps = 100;
    private static readonly TimeSpan BetweenRequests = TimeSpan.FromMilliseconds(5);

    [Fact]
    public async Task Should_fail_no_request_and_answer_each_from_one_version()
    {
        await using var server = await ModelServerProcess.StartNewAsync();
        var answers = new ConcurrentQueue<float[]>();
        using var done = new CancellationTokenSource();
        var load = AskAsync(server, answers, done.Token);

        for (var version = 2; version <= Swaps + 1; version++)
        {
            server.Publish(version);
            await server.UntilAsync(version, "AVAILABLE");
            await server.UntilAsync(version - 1, "END");
        }

        await done.CancelAsync();
        await load; // Throws what a failed request said.
        foreach (var rows in answers)
            rows.ShouldAllBe(row => Math.Abs(row - rows[0]) < 1e-6f);
        answers.Select(rows => (int)MathF.Round(rows[0] * 1000)).Distinct().Order().ShouldBe(Enumerable.Range(1, Swaps + 1));
        answers.Count.ShouldBeGreaterThan(Swaps * 100);
    }

    /// <summary>200 requests a second, whether those before are answered or not.</summary>
    private static async Task AskAsync(ModelServerProcess server, ConcurrentQueue<float[]> answers, CancellationToken done)
    {
        var requests = new List<Task>();
        using var timer = new PeriodicTimer(BetweenRequests);
        while (!done.IsCancellationRequested && await timer.WaitForNextTickAsync(CancellationToken.None))
            requests.Add(AskOnceAsync());
        await Task.WhenAll(requests);

        async Task AskOnceAsync() => answers.Enqueue(await server.PredictAsync());
    }
}

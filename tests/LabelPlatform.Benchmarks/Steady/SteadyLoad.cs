using System.Diagnostics;
using LabelPlatform.Benchmarks.Load;

namespace LabelPlatform.Benchmarks.Steady;

/// <summary>An open loop: requests go out at a fixed rate whether or not earlier ones are answered, so that a pause is seen by everybody it would hit.</summary>
internal sealed class SteadyLoad
{
    private const int Texts = 40;

    private readonly SteadyClient _client;
    private readonly (string Text, string Labels)[] _expected;

    private SteadyLoad(SteadyClient client, (string Text, string Labels)[] expected)
    {
        _client = client;
        _expected = expected;
    }

    /// <summary>Asks for the labels of every text once, undisturbed: what is right later on.</summary>
    /// <exception cref="InvalidDataException">The platform does not answer well to begin with, or has no label for any text.</exception>
    public static async Task<SteadyLoad> PrepareAsync(SteadyClient client, CancellationToken cancellationToken)
    {
        var expected = new List<(string, string)>();
        foreach (var text in LoadTexts.Read(LoadTexts.Beside).Take(Texts))
        {
            var answer = await client.LabelAsync(text, cancellationToken);
            if (answer.Status != 200 || answer.IsDegraded)
                throw new InvalidDataException($"Undisturbed, the platform answers with status {answer.Status}: {answer.Labels}. Load it when it is ready.");
            expected.Add((text, answer.Labels));
        }

        if (expected.TrueForAll(text => text.Item2 == "[]"))
            throw new InvalidDataException("The platform has no label for any text: import the sample graph first.");
        return new SteadyLoad(client, [.. expected]);
    }

    public async Task<SteadyCounts> RunAsync(SteadyOptions options, CancellationToken cancellationToken)
    {
        var counts = new SteadyCounts();
        var watch = Stopwatch.StartNew();
        var requests = new List<Task>();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (watch.Elapsed < options.Duration && !File.Exists(options.UntilFile) && await timer.WaitForNextTickAsync(cancellationToken))
        {
            for (var due = (long)(watch.Elapsed.TotalSeconds * options.Rate); requests.Count < due;)
                requests.Add(SendAsync(_expected[requests.Count % _expected.Length], watch, counts, cancellationToken));
        }

        await Task.WhenAll(requests);
        return counts;
    }

    private async Task SendAsync((string Text, string Labels) expected, Stopwatch watch, SteadyCounts counts, CancellationToken cancellationToken)
    {
        var start = watch.Elapsed;
        var answer = await _client.LabelAsync(expected.Text, cancellationToken);
        counts.Add(answer, expected.Labels, start.TotalSeconds, (watch.Elapsed - start).TotalMilliseconds);
    }
}

using System.Collections.Concurrent;
using System.Net;

namespace LabelPlatform.IntegrationTests.Platform;

/// <summary>Clients that ask for the labels of texts, one after the other, until it is disposed, and check every answer.</summary>
public sealed class TextLoad : IAsyncDisposable
{
    private const int Clients = 8;

    private readonly CancellationTokenSource _stop = new();
    private readonly IReadOnlyList<ApiClient> _apis;
    private readonly (string Text, string Labels)[] _texts;
    private readonly Task[] _clients;
    private int _right;
    private int _incomplete;
    private int _unavailable;

    /// <param name="apis">Where they ask, in turn.</param>
    /// <param name="texts">Texts with the labels that are right for them, as <see cref="ApiAnswer.LabelsOf"/> writes them.</param>
    public TextLoad(IReadOnlyList<ApiClient> apis, params (string Text, string Labels)[] texts)
    {
        _apis = apis;
        _texts = texts;
        _clients = [.. Enumerable.Range(0, Clients).Select(client => Task.Run(() => RunAsync(client)))];
    }

    /// <summary>Answers with all labels, and the right ones.</summary>
    public int Right => Volatile.Read(ref _right);

    /// <summary>Answers that name labels whose model did not answer.</summary>
    public int Incomplete => Volatile.Read(ref _incomplete);

    /// <summary>Refusals with 503.</summary>
    public int Unavailable => Volatile.Read(ref _unavailable);

    /// <summary>Everything else that came back.</summary>
    public ConcurrentQueue<string> Wrong { get; } = new();

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_clients);
        _stop.Dispose();
    }

    private async Task RunAsync(int client)
    {
        for (var i = client; !_stop.IsCancellationRequested; i++)
        {
            var (text, labels) = _texts[i % _texts.Length];
            try
            {
                Check(text, labels, await _apis[i % _apis.Count].LabelAsync([text]));
            }
            catch (Exception exception)
            {
                Wrong.Enqueue($"{text}: {exception.Message}");
            }
        }
    }

    private void Check(string text, string labels, ApiAnswer answer)
    {
        if (answer.Status == HttpStatusCode.ServiceUnavailable)
            Interlocked.Increment(ref _unavailable);
        else if (answer.Status == HttpStatusCode.OK && ApiAnswer.DegradedOf(answer.Items[0]!).Length > 0)
            Interlocked.Increment(ref _incomplete);
        else if (answer.Status == HttpStatusCode.OK && ApiAnswer.LabelsOf(answer.Items[0]!) == labels)
            Interlocked.Increment(ref _right);
        else
            Wrong.Enqueue($"{text}: {(int)answer.Status} {answer.Body}");
    }
}

using System.Net.ServerSentEvents;
using System.Text.Json.Nodes;
using Shouldly;

namespace LabelPlatform.Tests.Api.Training;

/// <summary>The events of the run, as a browser gets them.</summary>
internal sealed class RunStream : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly HttpResponseMessage _response;
    private readonly IAsyncEnumerator<SseItem<string>> _events;

    private RunStream(HttpResponseMessage response, Stream body)
    {
        _response = response;
        _events = SseParser.Create(body).EnumerateAsync().GetAsyncEnumerator();
    }

    public HttpResponseMessage Response => _response;

    public static async Task<RunStream> OpenAsync(ApiHost host)
    {
        var response = await host.Client.GetAsync($"/v1/training/runs/{Runs.RunId}/events", HttpCompletionOption.ResponseHeadersRead);
        response.IsSuccessStatusCode.ShouldBeTrue();
        return new RunStream(response, await response.Content.ReadAsStreamAsync());
    }

    /// <summary>The next event, which must be of this type.</summary>
    public async Task<JsonNode> NextAsync(string type)
    {
        (await _events.MoveNextAsync().AsTask().WaitAsync(Patience)).ShouldBeTrue();
        _events.Current.EventType.ShouldBe(type, _events.Current.Data);
        return JsonNode.Parse(_events.Current.Data)!;
    }

    public async Task ShouldEndAsync() => (await _events.MoveNextAsync().AsTask().WaitAsync(Patience)).ShouldBeFalse();

    public ValueTask DisposeAsync()
    {
        // Not the enumerator: it may still wait for what never comes.
        _response.Dispose();
        return ValueTask.CompletedTask;
    }
}

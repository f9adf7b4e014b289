using System.Net;
using System.Text.Json;
using LabelPlatform.Contracts.Models;
using Microsoft.Extensions.Options;

namespace LabelPlatform.TrainingScheduler.Registry;

/// <summary>Asks the model servers whether they have a version.</summary>
internal sealed class ModelServersClient(HttpClient http, IOptions<TrainingOptions> options)
{
    /// <summary>What all of them make of a version, the worst first.</summary>
    public async Task<(ModelPublicationState State, string? Problem)> AskAsync(string model, long version, CancellationToken cancellation)
    {
        var answers = await Task.WhenAll(options.Value.ModelServers.Select(server => AskAsync(server, model, version, cancellation)));
        foreach (var state in new[] { ModelPublicationState.Failing, ModelPublicationState.Publishing })
        {
            if (answers.FirstOrDefault(answer => answer.State == state) is { Problem: not null } worst)
                return worst;
        }

        return (ModelPublicationState.Live, null);
    }

    private async Task<(ModelPublicationState State, string? Problem)> AskAsync(string server, string model, long version, CancellationToken cancellation)
    {
        try
        {
            using var reply = await http.GetAsync(new Uri($"{server.TrimEnd('/')}/v1/models/{model}/versions/{version}"), cancellation);
            if (reply.StatusCode is HttpStatusCode.NotFound)
                return (ModelPublicationState.Publishing, $"{server} has not heard of it yet");
            using var body = JsonDocument.Parse(await reply.Content.ReadAsByteArrayAsync(cancellation));
            var status = body.RootElement.GetProperty("model_version_status")[0];
            var state = status.GetProperty("state").GetString();
            var message = status.GetProperty("status").GetProperty("error_message").GetString();
            return state switch
            {
                "AVAILABLE" => (ModelPublicationState.Live, null),
                "END" when message is { Length: > 0 } => (ModelPublicationState.Failing, $"{server} says: {message}"),
                _ => (ModelPublicationState.Publishing, $"{server} is at {state}"),
            };
        }
        catch (Exception exception) when (
            exception is HttpRequestException or JsonException or KeyNotFoundException or InvalidOperationException or IndexOutOfRangeException
            || (exception is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return (ModelPublicationState.Publishing, $"{server} does not answer: {exception.Message}");
        }
    }
}

using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace LabelPlatform.IntegrationTests.Infrastructure;

/// <summary>Asks a model server by TensorFlow Serving's REST interface.</summary>
internal sealed partial class TensorFlowClient(string url) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = new Uri(url), Timeout = TimeSpan.FromSeconds(60) };

    /// <summary>Asks by columns, and returns the outputs, or the error.</summary>
    public async Task<(JsonElement? Outputs, string? Error)> PredictAsync(string model, JsonNode inputs, string signature = "serving_default")
    {
        using var content = JsonContent.Create(new JsonObject { ["signature_name"] = signature, ["inputs"] = inputs });
        using var reply = await _http.PostAsync(new Uri($"/v1/models/{model}:predict", UriKind.Relative), content);

        // NaN and Infinity are not JSON: they become strings.
        using var json = JsonDocument.Parse(NotFinite().Replace(await reply.Content.ReadAsStringAsync(), "\"$0\""));
        return json.RootElement.TryGetProperty("outputs", out var outputs)
            ? (outputs.Clone(), null)
            : (null, json.RootElement.GetProperty("error").GetString());
    }

    public void Dispose() => _http.Dispose();

    [GeneratedRegex(@"(?<=[\[,:\s])(NaN|-?Infinity)(?=[\],}\s])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NotFinite();
}

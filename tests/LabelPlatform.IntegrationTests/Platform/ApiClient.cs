using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace LabelPlatform.IntegrationTests.Platform;

/// <summary>The public REST interface, as a user sees it.</summary>
public sealed class ApiClient : IDisposable
{
    private readonly HttpClient _http;

    public ApiClient(string url) => _http = new HttpClient { BaseAddress = new Uri(url), Timeout = TimeSpan.FromSeconds(30) };

    /// <summary>Labels texts, and returns whatever came of it.</summary>
    public async Task<ApiAnswer> LabelAsync(IReadOnlyList<string> texts, int deadlineMs = 2000)
    {
        using var response = await _http.PostAsJsonAsync("/v1/label", new { texts, deadlineMs });
        return new ApiAnswer(response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>Labels one text, which must be answered.</summary>
    public async Task<JsonNode> LabelAsync(string text, int deadlineMs = 2000)
    {
        var answer = await LabelAsync([text], deadlineMs);
        return answer.Items[0]!;
    }

    /// <summary>Replaces the label graph.</summary>
    public async Task ImportAsync(string tree, string vocabulary)
    {
        await PutAsync("/v1/graph/tree", tree, "application/json");
        await PutAsync("/v1/graph/vocabulary", vocabulary, "text/csv");
    }

    /// <summary>Relates a word to a label.</summary>
    public async Task<ApiAnswer> PutWordAsync(string word, string label, double weight)
    {
        using var response = await _http.PutAsync(
            FormattableString.Invariant($"/v1/graph/word?word={Uri.EscapeDataString(word)}&label={Uri.EscapeDataString(label)}&weight={weight}"), content: null);
        return new ApiAnswer(response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    public void Dispose() => _http.Dispose();

    private async Task PutAsync(string path, string content, string contentType)
    {
        using var body = new StringContent(content, Encoding.UTF8, new MediaTypeHeaderValue(contentType, "utf-8"));
        using var response = await _http.PutAsync(path, body);
        if (!response.IsSuccessStatusCode)
            throw new HttpRequestException($"PUT {path}: {(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
    }
}

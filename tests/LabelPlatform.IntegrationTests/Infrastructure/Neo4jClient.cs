using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace LabelPlatform.IntegrationTests.Infrastructure;

/// <summary>Asks a Neo4j over its Query API, independently of the code under test.</summary>
public sealed class Neo4jClient : IDisposable
{
    private readonly HttpClient _http;

    public Neo4jClient(Neo4jAddress address)
    {
        var user = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{address.Username}:{address.Password}"));
        _http = new HttpClient { BaseAddress = new Uri(address.Url) };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", user);
    }

    /// <summary>Runs one statement and returns the rows.</summary>
    public async Task<JsonArray> QueryAsync(
        string statement,
        object? parameters = null,
        string database = "neo4j",
        CancellationToken cancellation = default)
    {
        using var response = await _http.PostAsJsonAsync($"/db/{database}/query/v2", new { statement, parameters }, cancellation);
        var body = await response.Content.ReadAsStringAsync(cancellation);
        if (!response.IsSuccessStatusCode)
            throw new HttpRequestException($"Neo4j answered {(int)response.StatusCode}: {body}", inner: null, response.StatusCode);
        return JsonNode.Parse(body)?["data"]?["values"]?.AsArray() ?? [];
    }

    /// <summary>Removes every node, constraint and index that a test before this one may have left.</summary>
    public async Task ClearAsync()
    {
        await QueryAsync("MATCH (n) DETACH DELETE n");
        foreach (var constraint in await QueryAsync("SHOW CONSTRAINTS YIELD name RETURN name"))
            await QueryAsync($"DROP CONSTRAINT `{constraint![0]}`");
        foreach (var index in await QueryAsync("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name"))
            await QueryAsync($"DROP INDEX `{index![0]}`");
    }

    public void Dispose() => _http.Dispose();
}

using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using LabelPlatform.IntegrationTests.Infrastructure;

namespace LabelPlatform.IntegrationTests.Training;

/// <summary>Asks for trainings over REST, as a user does.</summary>
internal sealed class TrainingClient(string url) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = new Uri(url), Timeout = TimeSpan.FromSeconds(100) };

    /// <summary>Uploads CSV and gives the answer.</summary>
    public async Task<JsonNode> UploadAsync(string csv, string name)
    {
        using var content = new StringContent(csv, Encoding.UTF8, "text/csv");
        using var reply = await _http.PostAsync(new Uri($"/v1/datasets?name={name}", UriKind.Relative), content);
        return await ReadAsync(reply, HttpStatusCode.Created);
    }

    /// <summary>Begins a run and gives its id.</summary>
    public async Task<Guid> BeginAsync(object run)
    {
        using var reply = await _http.PostAsJsonAsync("/v1/training/runs", run);
        return (await ReadAsync(reply, HttpStatusCode.Accepted))["runId"]!.GetValue<Guid>();
    }

    public async Task<JsonNode> GetAsync(string path)
    {
        using var reply = await _http.GetAsync(new Uri(path, UriKind.Relative));
        return await ReadAsync(reply, HttpStatusCode.OK);
    }

    public async Task<JsonNode> PutAsync(string path)
    {
        using var reply = await _http.PutAsync(new Uri(path, UriKind.Relative), content: null);
        return await ReadAsync(reply, HttpStatusCode.OK);
    }

    public async Task<JsonNode> PostAsync(string path)
    {
        using var reply = await _http.PostAsync(new Uri(path, UriKind.Relative), content: null);
        return await ReadAsync(reply, HttpStatusCode.OK);
    }

    public async Task<JsonArray> JobsAsync(Guid runId) => (await GetAsync($"/v1/training/runs/{runId}"))["jobs"]!.AsArray();

    public async Task<JsonArray> WorkersAsync() => (await GetAsync("/v1/training/workers"))["workers"]!.AsArray();

    /// <summary>Waits until every job of a run has ended. That somebody is away meanwhile is what some tests are about.</summary>
    public async Task<JsonArray> UntilEndedAsync(Guid runId, TimeSpan limit)
    {
        JsonArray jobs = [];
        try
        {
            await Eventually.HoldsAsync("all jobs have ended", limit, async _ =>
            {
                try
                {
                    var run = await GetAsync($"/v1/training/runs/{runId}");
                    jobs = run["jobs"]!.AsArray();
                    return run["completedAt"] is not null;
                }
                catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
                {
                    return false;
                }
            });
        }
        catch (TimeoutException exception)
        {
            throw new TimeoutException($"{exception.Message} The jobs: {jobs.ToJsonString()}", exception);
        }

        return jobs;
    }

    public void Dispose() => _http.Dispose();

    private static async Task<JsonNode> ReadAsync(HttpResponseMessage reply, HttpStatusCode expected)
    {
        var body = await reply.Content.ReadAsStringAsync();
        return reply.StatusCode == expected
            ? JsonNode.Parse(body)!
            : throw new HttpRequestException($"{(int)reply.StatusCode} {body}", inner: null, reply.StatusCode);
    }
}

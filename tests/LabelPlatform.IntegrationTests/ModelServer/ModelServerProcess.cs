using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using LabelPlatform.IntegrationTests.Infrastructure;
using LabelPlatform.IntegrationTests.Platform;
using LabelPlatform.SavedModels.Protos;
using LabelPlatform.SavedModels.Writing;
using LabelPlatform.Testing;

namespace LabelPlatform.IntegrationTests.ModelServer;

/// <summary>ModelServer as a process, with a folder of one model named <c>model</c>.</summary>
internal sealed class ModelServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly TemporaryFolder _folder = new();
    private readonly ServiceProcess _process;
    private readonly HttpClient _http;

    private ModelServerProcess()
    {
        _process = new ServiceProcess("ModelServer", [
            new("ModelServer__ModelName", "model"),
            new("ModelServer__ModelBasePath", _folder.Folder("model")),
            new("ModelServer__MaxNumLoadRetries", "0")]);
        _http = new HttpClient { BaseAddress = new Uri(_process.Url), Timeout = TimeSpan.FromSeconds(10) };
    }

    /// <summary>Starts it with version 1, which always answers with <see cref="AnswerOf"/>.</summary>
    public static async Task<ModelServerProcess> StartNewAsync()
    {
        var server = new ModelServerProcess();
        server.Publish(1);
        server._process.Start();
        await server._process.UntilReadyAsync(Limit);
        return server;
    }

    /// <summary>What a version answers to any ids.</summary>
    public static float AnswerOf(int version) => version / 1000f;

    /// <summary>The folder of a version.</summary>
    public string PathOf(int version) => Path.Combine(_folder.Path, "model", version.ToString(CultureInfo.InvariantCulture));

    /// <summary>Writes a version beside the others, and puts it into place at once.</summary>
    public void Publish(int version)
    {
        var staging = Path.Combine(_folder.Path, $"staging-{version}");
        SavedModelWriter.Write(Model(version), staging);
        Directory.Move(staging, PathOf(version));
    }

    /// <summary>The model of a version.</summary>
    public static SavedModelProto Model(int version) => ConstantModel.Of(AnswerOf(version));

    /// <summary>Asks for three rows.</summary>
    public async Task<float[]> PredictAsync()
    {
        using var content = JsonContent.Create(new { instances = new[] { new[] { 1, 2 }, [3, 4], [5, 6] } });
        using var reply = await _http.PostAsync(new Uri("/v1/models/model:predict", UriKind.Relative), content);
        var body = await reply.Content.ReadAsStringAsync();
        return reply.StatusCode == HttpStatusCode.OK
            ? [.. JsonNode.Parse(body)!["predictions"]!.AsArray().Select(row => row![0]!.GetValue<float>())]
            : throw new InvalidOperationException($"{(int)reply.StatusCode} {body}");
    }

    /// <summary>State, error code and message of a version; null while there is none.</summary>
    public async Task<(string State, string Code, string Message)?> StatusAsync(int version)
    {
        using var reply = await _http.GetAsync(new Uri($"/v1/models/model/versions/{version}", UriKind.Relative));
        if (reply.StatusCode == HttpStatusCode.NotFound)
            return null;
        var status = JsonNode.Parse(await reply.Content.ReadAsStringAsync())!["model_version_status"]![0]!;
        return (status["state"]!.GetValue<string>(), status["status"]!["error_code"]!.GetValue<string>(), status["status"]!["error_message"]!.GetValue<string>());
    }

    /// <summary>Waits until a version is in a state.</summary>
    public Task UntilAsync(int version, string state) =>
        Eventually.HoldsAsync($"version {version} is {state}", Limit, async _ => await StatusAsync(version) is { } status && status.State == state);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _process.DisposeAsync();
        _folder.Dispose();
    }
}

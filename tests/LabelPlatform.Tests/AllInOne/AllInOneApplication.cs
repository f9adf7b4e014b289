using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using LabelPlatform.AllInOne;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Shouldly;

namespace LabelPlatform.Tests.AllInOne;

/// <summary>The whole platform in this process, with a data folder of its own.</summary>
public sealed class AllInOneApplication : WebApplicationFactory<SampleGraphImporter>
{
    private readonly string _data = Directory.CreateTempSubdirectory("labelplatform-").FullName;

    /// <summary>Its folder of models, which may be filled before the first request starts it.</summary>
    public string Models => Directory.CreateDirectory(Path.Combine(_data, "models")).FullName;

    /// <summary>Sends JSON and reads the answer, which must be a success.</summary>
    public async Task<JsonNode> PostAsync(string path, string json)
    {
        using var response = await PostRawAsync(path, json);
        var body = await response.Content.ReadAsStringAsync();
        response.IsSuccessStatusCode.ShouldBeTrue(body);
        return JsonNode.Parse(body)!;
    }

    public Task<HttpResponseMessage> PostRawAsync(string path, string json) =>
        CreateClient().PostAsync(path, new StringContent(json, System.Text.Encoding.UTF8, "application/json"));

    /// <summary>Labels one text and gives its item of the answer.</summary>
    public async Task<JsonNode> LabelAsync(string text, string options = "")
    {
        var answer = await PostAsync("/v1/label", $$"""{"texts":[{{JsonSerializer.Serialize(text)}}]{{options}}}""");
        return answer["items"]!.AsArray().ShouldHaveSingleItem()!;
    }

    /// <summary>Sends a request without a body and reads the answer, which must be a success.</summary>
    public async Task<JsonNode> SendAsync(HttpMethod method, string path)
    {
        using var response = await CreateClient().SendAsync(new HttpRequestMessage(method, path));
        var body = await response.Content.ReadAsStringAsync();
        response.IsSuccessStatusCode.ShouldBeTrue(body);
        return (await response.Content.ReadFromJsonAsync<JsonNode>())!;
    }

    // A cold start beside other tests may take longer than a user would wait.
    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
        .UseSetting("Data:Path", _data)
        .UseSetting("Sample:TrainModels", "false")
        .UseSetting("Labeling:DefaultDeadlineMs", "30000");

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
            Directory.Delete(_data, recursive: true);
    }
}

using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using LabelPlatform.SavedModels;
using Shouldly;

namespace LabelPlatform.Tests.ModelServer.Rest;

/// <summary>A request over HTTP of <see cref="ServingCases"/>.</summary>
internal static class RestCase
{
    public static async Task RunAsync(string name)
    {
        var item = ServingCases.Get(name);
        await using var application = await RestApplication.StartAsync(Servable(item));
        var http = item.GetProperty("http");
        using var body = Body(http);

        var reply = await application.SendAsync(http.GetProperty("method").GetString()!, http.GetProperty("path").GetString()!, body);

        var expected = item.GetProperty("expect");
        reply.Status.ShouldBe(expected.GetProperty("http").GetInt32(), reply.Body);
        if (expected.TryGetProperty("headers", out var headers))
            reply.ContentType.ShouldBe(headers.GetProperty("Content-Type").GetString());
        if (expected.TryGetProperty("contains", out var parts))
        {
            foreach (var part in parts.EnumerateArray())
                reply.Error.ShouldContain(part.GetString()!, Case.Sensitive);
        }

        if (ExpectedBody(expected) is { } json)
            JsonNode.DeepEquals(JsonNode.Parse(reply.Body), JsonNode.Parse(json)).ShouldBeTrue(reply.Body);
    }

    private static OneServable Servable(JsonElement item)
    {
        if (!item.TryGetProperty("model", out var model))
            return new OneServable("none", 1, new Dictionary<string, long>(), () => throw new InvalidOperationException());

        var name = model.GetProperty("name").GetString()!;
        var directory = model.TryGetProperty("dir", out var path) ? path.GetString()! : $"tfserving_testdata/tensorflow_serving/{name}/00000123";
        var labels = model.TryGetProperty("labels", out var given)
            ? given.EnumerateObject().ToDictionary(label => label.Name, label => label.Value.GetInt64())
            : [];
        return new OneServable(name, model.GetProperty("version").GetInt64(), labels, () => SavedModel.Load(ServingCases.Path(directory)));
    }

    private static ByteArrayContent? Body(JsonElement http)
    {
        var content = http.TryGetProperty("body_base64", out var base64)
            ? new ByteArrayContent(base64.GetBytesFromBase64())
            : new ByteArrayContent(Encoding.UTF8.GetBytes(http.GetProperty("body").GetString()!));
        if (http.TryGetProperty("headers", out var headers))
        {
            foreach (var header in headers.EnumerateObject())
                content.Headers.Add(header.Name, header.Value.GetString());
        }

        if (http.GetProperty("method").GetString() != "GET")
            return content;
        content.Dispose();
        return null;
    }

    private static string? ExpectedBody(JsonElement expected)
    {
        if (expected.TryGetProperty("body_file", out var file))
            return File.ReadAllText(ServingCases.Path(file.GetString()!));
        return expected.TryGetProperty("body", out var body) ? body.GetString() : null;
    }
}

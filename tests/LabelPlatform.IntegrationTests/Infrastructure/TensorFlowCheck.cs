using System.Diagnostics;
using System.Text.Json.Nodes;
using LabelPlatform.Testing;

namespace LabelPlatform.IntegrationTests.Infrastructure;

/// <summary>What real TensorFlow, from <c>../shared/tensorflow</c>, says of a SavedModel.</summary>
internal static class TensorFlowCheck
{
    /// <summary>Whether it loads, and what its signatures are.</summary>
    public static async Task<JsonObject> InspectAsync(string directory)
    {
        var start = new ProcessStartInfo(SharedFolder.Get("tensorflow", "tf-check"), ["inspect", directory])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return output.Length > 0 ? JsonNode.Parse(output)!.AsObject() : throw new InvalidOperationException($"tf-check said: {await errors}");
    }
}

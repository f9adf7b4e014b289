using LabelPlatform.Testing;

namespace LabelPlatform.Benchmarks.Serving;

/// <summary>A server of models that can be started.</summary>
/// <param name="Name">Its name in the table.</param>
/// <param name="Command">The program and its arguments for a port and a <c>models.config</c>.</param>
/// <param name="IsLoaded">Whether a line of its log says that a model is loaded.</param>
internal sealed record ServerProgram(string Name, Func<int, string, string[]> Command, Func<string, bool> IsLoaded)
{
    public static string ModelServerPath { get; } =
        Path.Combine(Repository.Root, "services", "ModelServer", "bin", "Release", "net10.0", "LabelPlatform.ModelServer.dll");

    public static ServerProgram ModelServer { get; } = new(
        "ours",
        (port, config) => ["dotnet", ModelServerPath, $"--rest_api_port={port}", $"--model_config_file={config}"],
        line => line.EndsWith(" is available", StringComparison.Ordinal));

    public static ServerProgram TensorFlow(string tfCheck) => new(
        "TensorFlow",
        (port, config) => [tfCheck, "serve", "--port", $"{port}", "--config", config],
        line => line.StartsWith("Loaded ", StringComparison.Ordinal));
}

using LabelPlatform.ModelsConfig;

namespace LabelPlatform.ModelServer.Monitoring;

/// <summary>
/// Reads TensorFlow Serving's <c>MonitoringConfig</c>: <c>prometheus_config { enable: true path: "/monitoring/prometheus/metrics" }</c>.
/// </summary>
internal static class MonitoringConfigReader
{
    /// <exception cref="InvalidDataException">The file is damaged; the message names it and the line.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static PrometheusConfig ReadFile(string? path) => string.IsNullOrWhiteSpace(path)
        ? PrometheusConfig.Off
        : TextProtoFile.Interpret(path, TextProtoFile.Read(path), text => Read(text));

    /// <exception cref="InvalidDataException">The text is not such a configuration; the message names the line.</exception>
    public static PrometheusConfig Read(ReadOnlySpan<char> text)
    {
        var config = PrometheusConfig.Off;
        foreach (var message in TextProtoParser.Parse(text).Where(field => field.Name == "prometheus_config"))
        {
            foreach (var field in message.Fields ?? throw Error(message, "'prometheus_config' is a value, not a message"))
                config = Apply(config, field);
        }

        return config;
    }

    private static PrometheusConfig Apply(PrometheusConfig config, TextProtoField field) => (field.Name, field.Scalar) switch
    {
        ("enable", "true" or "True" or "t" or "1") => config with { Enabled = true },
        ("enable", "false" or "False" or "f" or "0") => config with { Enabled = false },
        ("enable", _) => throw Error(field, $"'{field.Scalar}' is neither true nor false"),
        // Empty is not given in protobuf.
        ("path", "") => config with { Path = PrometheusConfig.DefaultPath },
        ("path", ['/', ..] path) => config with { Path = path },
        ("path", _) => throw Error(field, $"the path '{field.Scalar}' does not begin with '/'"),
        _ => config,
    };

    private static InvalidDataException Error(TextProtoField field, string what) => new($"Line {field.Line}: {what}.");
}

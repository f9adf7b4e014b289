using System.CommandLine;
using System.CommandLine.Parsing;

namespace LabelPlatform.ModelServer.Flags;

/// <summary>
/// TensorFlow Serving's flags. One that has an effect here is named as the property of <see cref="ModelServerOptions"/> or <see cref="Rest.RestOptions"/> that it sets.
/// </summary>
internal static class FlagTable
{
    private static readonly Option[] WithEffect =
    [
        Value<string>("host", "Address to listen on; 0.0.0.0 is reached from other machines. (Not of TensorFlow Serving.) [127.0.0.1]"),
        Value<int>("rest_api_port", "Port of the REST interface. [8501]"),
        Value<int>("rest_api_timeout_in_ms", "Milliseconds that a request may take. [30000]"),
        Switch("rest_api_enable_cors_support", "Whether answers allow other origins to read them. [false]"),
        Value<string>("model_name", "Name of the model of --model_base_path. [default]"),
        Value<string>("model_base_path", "Folder of the versions of the one model to serve."),
        Value<string>("model_config_file", "Path of a models.config; it goes before --model_base_path."),
        Value<int>("model_config_file_poll_wait_seconds", "Seconds between two looks at --model_config_file; 0: once. [0]"),
        Value<int>("file_system_poll_wait_seconds", "Seconds between two looks at the models' folders; 0: once, negative: never. [1]"),
        Value<int>("num_load_threads", "Versions that are loaded at once when the server is ready; 0: one. [0]"),
        Value<int>("max_num_load_retries", "How often loading a version is tried again. [5]"),
        Value<long>("load_retry_interval_micros", "Microseconds between two tries to load a version. [60000000]"),
        Value<string>("saved_model_tags", "Tags of the graph to load, separated by commas. [serve]"),
        Switch("enable_model_warmup", "Whether the requests of assets.extra/tf_serving_warmup_requests are run first. [true]"),
        Switch("allow_version_labels_for_unavailable_models", "Whether a new label may name a version that is not available. [false]"),
        Value<string>("monitoring_config_file", "Path of the file that turns on the metrics for Prometheus."),
    ];

    private static readonly Option[] WithoutEffect =
    [
        .. new[]
        {
            "port", "grpc_socket_path", "grpc_channel_arguments", "grpc_max_threads", "enable_grpc_healthcheck_service", "ssl_config_file",
            "rest_api_num_threads", "enable_batching", "batching_parameters_file", "enable_per_model_batching_parameters",
            "num_unload_threads", "flush_filesystem_caches", "platform_config_file", "per_process_gpu_memory_fraction",
            "tensorflow_session_parallelism", "tensorflow_intra_op_parallelism", "tensorflow_inter_op_parallelism", "tensorflow_session_config_file",
            "enable_signature_method_name_check", "remove_unused_fields_from_bundle_metagraph", "prefer_tflite_model", "num_tflite_interpreters_per_pool",
            "num_tflite_pools", "xla_cpu_compilation_enabled", "xla_gpu_compilation_enabled", "enable_profiler", "enable_serialization_as_tensor_content",
            "thread_pool_factory_config_file", "mixed_precision", "skip_initialize_tpu",
        }.Select(name => new Option<string>($"--{name}") { Arity = ArgumentArity.ZeroOrOne, Description = "Accepted; without effect here.", Hidden = true }),
    ];

    public static IReadOnlyList<Option> All { get; } = [.. WithEffect, .. WithoutEffect];

    public static bool HasEffect(Option flag) => WithEffect.Contains(flag);

    /// <summary>The key of the setting: <c>--model_name</c> is <c>ModelServer:ModelName</c>.</summary>
    public static string SettingOf(Option flag) =>
        $"{ModelServerOptions.Section}:{string.Concat(flag.Name[2..].Split('_').Select(word => $"{char.ToUpperInvariant(word[0])}{word[1..]}"))}";

    /// <summary>The value that was given; a switch without one is on.</summary>
    public static string ValueOf(OptionResult result) => result.Tokens is [var token, ..] ? token.Value : "true";

    private static Option<T> Value<T>(string name, string description) =>
        new($"--{name}") { Description = description, Arity = ArgumentArity.ExactlyOne, HelpName = "value" };

    private static Option<bool> Switch(string name, string description) =>
        new($"--{name}") { Description = description, Arity = ArgumentArity.ZeroOrOne, HelpName = "true|false" };
}

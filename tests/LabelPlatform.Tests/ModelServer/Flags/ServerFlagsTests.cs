using LabelPlatform.ModelServer;
using LabelPlatform.ModelServer.Flags;
using LabelPlatform.ModelServer.Rest;
using Microsoft.Extensions.Configuration;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.ModelServer.Flags;

public class ServerFlagsTests
{
    [Theory]
    [InlineData("--rest_api_port=9000", "RestApiPort", 9000)]
    [InlineData("--rest_api_port 9000", "RestApiPort", 9000)]
    [InlineData("--rest_api_timeout_in_ms=5", "RestApiTimeoutInMs", 5)]
    [InlineData("--rest_api_enable_cors_support", "RestApiEnableCorsSupport", true)]
    [InlineData("--rest_api_enable_cors_support=true", "RestApiEnableCorsSupport", true)]
    [InlineData("--enable_model_warmup=false", "EnableModelWarmup", false)]
    [InlineData("--enable_model_warmup false", "EnableModelWarmup", false)]
    [InlineData("--enable_model_warmup --model_name=m", "EnableModelWarmup", true)]
    [InlineData("--model_name=movie", "ModelName", "movie")]
    [InlineData("--model_base_path=/models/a=b:c", "ModelBasePath", "/models/a=b:c")]
    [InlineData("--model_base_path /models/movie", "ModelBasePath", "/models/movie")]
    [InlineData("--model_config_file=/models/models.config", "ModelConfigFile", "/models/models.config")]
    [InlineData("--model_config_file_poll_wait_seconds=60", "ModelConfigFilePollWaitSeconds", 60)]
    [InlineData("--file_system_poll_wait_seconds=-1", "FileSystemPollWaitSeconds", -1)]
    [InlineData("--file_system_poll_wait_seconds -1", "FileSystemPollWaitSeconds", -1)]
    [InlineData("--num_load_threads=4", "NumLoadThreads", 4)]
    [InlineData("--max_num_load_retries=0", "MaxNumLoadRetries", 0)]
    [InlineData("--load_retry_interval_micros=3000000000", "LoadRetryIntervalMicros", 3_000_000_000)]
    [InlineData("--saved_model_tags=serve,gpu", "SavedModelTags", "serve,gpu")]
    [InlineData("--monitoring_config_file=@m", "MonitoringConfigFile", "@m")]
    [InlineData("--allow_version_labels_for_unavailable_models", "AllowVersionLabelsForUnavailableModels", true)]
    [InlineData("--host=0.0.0.0", "Host", "0.0.0.0")]
    [InlineData("--port=8500 --enable_batching --tensorflow_intra_op_parallelism=2", "FlagsWithoutEffect", "--port, --enable_batching, --tensorflow_intra_op_parallelism")]
    [InlineData("--ModelServer:ModelName=other --model_name=movie", "ModelName", "movie")]
    public void Parse_Flags_SetOptions(string commandLine, string option, object expected)
    {
        var flags = Parse(commandLine, out var output);

        output.ShouldBeEmpty();
        flags.ExitCode.ShouldBeNull();
        var type = typeof(ModelServerOptions).GetProperty(option) is null ? typeof(RestOptions) : typeof(ModelServerOptions);
        var options = new ConfigurationBuilder().AddInMemoryCollection(flags.Settings).Build().GetSection("ModelServer").Get(type);
        type.GetProperty(option)!.GetValue(options).ShouldBe(expected);
    }

    [Fact]
    public void Parse_NoFlags_SetNothing() => Parse("", out _).ShouldSatisfyAllConditions(
        flags => flags.Settings.ShouldBeEmpty(),
        flags => flags.HostArguments.ShouldBeEmpty(),
        flags => flags.ExitCode.ShouldBeNull());

    [Fact]
    public void Parse_HostArguments_AreLeftToTheHost()
    {
        var flags = Parse("--urls http://*:80 --model_name=m --Logging:LogLevel:Default=Debug --environment=Staging --ModelServer:ModelBasePath /m", out _);

        flags.HostArguments.ShouldBe(["--urls", "http://*:80", "--Logging:LogLevel:Default=Debug", "--environment=Staging", "--ModelServer:ModelBasePath", "/m"]);
        flags.Settings.ShouldHaveSingleItem().Key.ShouldBe("ModelServer:ModelName");
    }

    [Theory]
    [InlineData("--rest_port=1", "Unknown flag '--rest_port=1'.")]
    [InlineData("--Rest_Api_Port=1", "Unknown flag '--Rest_Api_Port=1'.")]
    [InlineData("serve", "Unexpected argument 'serve'.")]
    [InlineData("--rest_api_port=many", "'many'")]
    [InlineData("--enable_model_warmup=maybe", "'maybe'")]
    [InlineData("--model_name", "'--model_name'")]
    public void Parse_WrongFlags_AreOneLineAndExitCode1(string commandLine, string message)
    {
        var flags = Parse(commandLine, out var output);

        flags.ExitCode.ShouldBe(1);
        output.ShouldStartWith("LabelPlatform.ModelServer could not start: ");
        output.ShouldContain(message);
        output.TrimEnd().ShouldNotContain('\n');
    }

    [Fact]
    public void Parse_Help_ListsTheFlags()
    {
        var flags = Parse("--help", out var output);

        flags.ExitCode.ShouldBe(0);
        output.ShouldContain("--model_config_file_poll_wait_seconds");
    }

    private static ServerFlags Parse(string commandLine, out string output)
    {
        using var writer = new StringWriter();
        var flags = ServerFlags.Parse(commandLine.Split(' ', StringSplitOptions.RemoveEmptyEntries), writer, writer);
        output = writer.ToString();
        return flags;
    }
}

using LabelPlatform.ModelsConfig;
using LabelPlatform.ModelServer.Monitoring;
using Microsoft.Extensions.Options;

namespace LabelPlatform.ModelServer;

/// <summary>Checks what the annotations of the options cannot say, and the files that they name.</summary>
internal sealed class ModelServerOptionsValidator : IValidateOptions<ModelServerOptions>
{
    public ValidateOptionsResult Validate(string? name, ModelServerOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.ModelConfigFile) && string.IsNullOrWhiteSpace(options.ModelBasePath))
            return ValidateOptionsResult.Fail("There is nothing to serve: give --model_config_file, or --model_base_path (and --model_name).");
        try
        {
            if (options.ModelConfigFile is { Length: > 0 } path)
                TextProtoFile.Interpret(path, TextProtoFile.Read(path), config => ModelsConfigReader.Read(config));
            MonitoringConfigReader.ReadFile(options.MonitoringConfigFile);
            return ValidateOptionsResult.Success;
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return ValidateOptionsResult.Fail(exception.Message);
        }
    }
}

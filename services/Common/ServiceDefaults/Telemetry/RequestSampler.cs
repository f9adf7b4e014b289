using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Configuration;
using OpenTelemetry.Trace;

namespace LabelPlatform.ServiceDefaults.Telemetry;

/// <summary>
/// Traces begin with requests, and every service follows whoever began. What the services do by themselves (samples each second, looks for what is
/// due, polls of <c>models.config</c>, of the graph's version and of model servers) begins none: it would be nearly all that the trace store holds.
/// </summary>
/// <param name="requests">Decides about requests, of which maybe not all are wanted.</param>
internal sealed class RequestSampler(Sampler requests) : Sampler
{
    private const string SamplerSetting = "OTEL_TRACES_SAMPLER";
    private const string ArgumentSetting = "OTEL_TRACES_SAMPLER_ARG";

    /// <summary>By OpenTelemetry's own settings; every service follows its caller also where they are not <c>parentbased_</c>.</summary>
    /// <exception cref="InvalidConfigurationException">They are not OpenTelemetry's.</exception>
    public static RequestSampler Create(IConfiguration settings) => settings[SamplerSetting]?.ToLowerInvariant() switch
    {
        null or "" or "always_on" or "parentbased_always_on" => new(new AlwaysOnSampler()),
        "always_off" or "parentbased_always_off" => new(new AlwaysOffSampler()),
        "traceidratio" or "parentbased_traceidratio" => new(new TraceIdRatioBasedSampler(ReadRatio(settings[ArgumentSetting]))),
        var other => throw new InvalidConfigurationException(
            $"{SamplerSetting} is '{other}'; it must be parentbased_always_on, parentbased_always_off or parentbased_traceidratio."),
    };

    /// <inheritdoc />
    public override SamplingResult ShouldSample(in SamplingParameters samplingParameters)
    {
        var parent = samplingParameters.ParentContext;
        if (parent.TraceId != default)
            return Sample(parent.IsRecorded());
        return samplingParameters.Kind switch
        {
            ActivityKind.Server => requests.ShouldSample(samplingParameters),
            // A batch, which links to the requests in it that are recorded.
            ActivityKind.Internal => Sample(samplingParameters.Links?.Any(link => link.Context.IsRecorded()) ?? false),
            _ => Sample(false),
        };
    }

    private static SamplingResult Sample(bool isRecorded) => new(isRecorded ? SamplingDecision.RecordAndSample : SamplingDecision.Drop);

    private static double ReadRatio(string? argument) =>
        argument is null or "" ? 1
        : double.TryParse(argument, NumberStyles.Float, CultureInfo.InvariantCulture, out var ratio) && ratio is >= 0 and <= 1 ? ratio
        : throw new InvalidConfigurationException($"{ArgumentSetting} is '{argument}'; it must be a number from 0 to 1.");
}

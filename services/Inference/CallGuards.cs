using Microsoft.Extensions.Options;

namespace LabelPlatform.Inference;

/// <summary>Makes the guards of models.</summary>
public sealed class CallGuards(IOptions<InferenceOptions> options, InferenceMetrics metrics, TimeProvider time, ILogger<CallGuard> logger)
{
    /// <summary>A guard for a model at an address.</summary>
    public CallGuard Create(string model, string address) => new(model, address, options.Value, metrics, time, logger);
}

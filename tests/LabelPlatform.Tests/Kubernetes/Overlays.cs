using Xunit;

namespace LabelPlatform.Tests.Kubernetes;

/// <summary>The overlays, and each with the components that it may take in.</summary>
public sealed class Overlays : TheoryData<string>
{
    public Overlays()
    {
        Add("local");
        Add("local-with-telemetry");
        Add("production");
        Add("production-with-components");
    }
}

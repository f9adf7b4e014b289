using Xunit;

namespace LabelPlatform.IntegrationTests.Telemetry;

/// <summary>The tests that share <see cref="ObservedPlatform"/>.</summary>
[CollectionDefinition(Name)]
public sealed class TelemetryTests : ICollectionFixture<ObservedPlatform>
{
    public const string Name = "telemetry";
}

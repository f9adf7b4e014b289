using Xunit;

namespace LabelPlatform.IntegrationTests.Platform;

/// <summary>The tests that share <see cref="PlatformFixture"/>.</summary>
[CollectionDefinition(Name)]
public sealed class PlatformTests : ICollectionFixture<PlatformFixture>
{
    public const string Name = "platform";
}

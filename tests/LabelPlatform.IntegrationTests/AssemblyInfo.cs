using LabelPlatform.IntegrationTests.Infrastructure;
using Xunit;

[assembly: AssemblyFixture(typeof(TestEnvironment))]

// The servers are shared, and two cores are few for all of them at once.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

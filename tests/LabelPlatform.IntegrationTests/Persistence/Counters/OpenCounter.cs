namespace LabelPlatform.IntegrationTests.Persistence.Counters;

public sealed record OpenCounter(Guid CounterId);

namespace LabelPlatform.IntegrationTests.Persistence.Counters;

public sealed record RemoveCounter(Guid CounterId);

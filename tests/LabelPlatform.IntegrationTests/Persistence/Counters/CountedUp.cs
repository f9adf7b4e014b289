namespace LabelPlatform.IntegrationTests.Persistence.Counters;

public sealed record CountedUp(Guid CounterId, int Count);

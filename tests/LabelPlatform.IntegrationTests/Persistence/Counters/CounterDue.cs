namespace LabelPlatform.IntegrationTests.Persistence.Counters;

public sealed record CounterDue(Guid CounterId);

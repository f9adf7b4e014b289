namespace LabelPlatform.IntegrationTests.Persistence.Counters;

public sealed record CountUp(Guid CounterId);

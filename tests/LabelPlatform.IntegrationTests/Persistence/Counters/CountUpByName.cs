namespace LabelPlatform.IntegrationTests.Persistence.Counters;

public sealed record CountUpByName(string Name);

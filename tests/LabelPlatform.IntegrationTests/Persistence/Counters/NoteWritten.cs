namespace LabelPlatform.IntegrationTests.Persistence.Counters;

public sealed record NoteWritten(Guid NoteId);

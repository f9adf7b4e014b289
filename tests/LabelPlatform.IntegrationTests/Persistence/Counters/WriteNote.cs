namespace LabelPlatform.IntegrationTests.Persistence.Counters;

public sealed record WriteNote(Guid NoteId, string Text);

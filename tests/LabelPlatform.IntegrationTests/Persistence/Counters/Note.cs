namespace LabelPlatform.IntegrationTests.Persistence.Counters;

internal sealed class Note
{
    public Guid Id { get; set; }

    public string Text { get; set; } = string.Empty;
}

namespace LabelPlatform.CollectorStandIn;

/// <summary>Something that happened in a span.</summary>
public sealed record ReceivedEvent(string Name, IReadOnlyDictionary<string, string> Attributes);

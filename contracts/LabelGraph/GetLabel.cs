namespace LabelPlatform.Contracts.LabelGraph;

/// <summary>Asks GraphMatch for one label. Answered by <see cref="LabelFound"/> or <see cref="LabelNotFound"/>.</summary>
/// <param name="Title">Title of the label.</param>
/// <param name="Offset">How many vocabulary words to skip.</param>
/// <param name="Limit">How many vocabulary words to return at most.</param>
public sealed record GetLabel(string Title, int Offset = 0, int Limit = 1000);

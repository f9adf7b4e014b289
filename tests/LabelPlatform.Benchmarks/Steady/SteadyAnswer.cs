namespace LabelPlatform.Benchmarks.Steady;

/// <summary>What came back for a text.</summary>
/// <param name="Status">The HTTP status; 0 when the connection was lost.</param>
/// <param name="Labels">The labels as JSON, with scores and parents; of another status, the body or what went wrong.</param>
/// <param name="IsDegraded">Whether the answer names models that did not answer.</param>
internal sealed record SteadyAnswer(int Status, string Labels, bool IsDegraded);

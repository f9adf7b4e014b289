namespace LabelPlatform.Benchmarks.Serving;

/// <summary>A closed loop: each client sends its next request when the last one is answered.</summary>
/// <param name="Clients">Number of connections.</param>
/// <param name="Rows">Rows of a request.</param>
internal sealed record PredictScenario(int Clients, int Rows);

namespace LabelPlatform.Benchmarks.Load;

/// <summary>A closed loop: each client sends its next request when the last one is answered.</summary>
/// <param name="Name">Its name on the command line.</param>
/// <param name="Clients">Number of connections.</param>
/// <param name="TextsPerRequest">Texts in each request.</param>
internal sealed record LoadScenario(string Name, int Clients, int TextsPerRequest)
{
    public static IReadOnlyList<LoadScenario> All { get; } =
    [
        new("single", Clients: 1, TextsPerRequest: 1),
        new("many", Clients: 64, TextsPerRequest: 1),
        new("bulk", Clients: 4, TextsPerRequest: 32),
    ];
}

namespace LabelPlatform.Contracts.Training;

/// <summary>A trainer that a worker offers, and what is known of it before its first run.</summary>
/// <param name="Name">Its name: <c>builtin</c>, or an operator's.</param>
/// <param name="Cores">How many cores it is expected to take.</param>
/// <param name="MemoryBytes">How much memory it is expected to take.</param>
public sealed record TrainingProfileOffer(string Name, double Cores, long MemoryBytes);

namespace LabelPlatform.Contracts.Training;

/// <summary>A worker.</summary>
/// <param name="WorkerId">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="State"><c>open</c>, <c>settling</c>, <c>holding</c> or <c>offline</c>.</param>
/// <param name="Reason">What it waits for, with figures, for people.</param>
/// <param name="Cores">Cores that it may use.</param>
/// <param name="MemoryBytes">Memory that it may use.</param>
/// <param name="Window">Its last figures.</param>
/// <param name="SampledAt">When they came (UTC).</param>
/// <param name="Jobs">Ids of the jobs that it has.</param>
/// <param name="Profiles">The trainers that it offers.</param>
/// <param name="Decisions">What was decided about it last, the newest first.</param>
public sealed record TrainingWorkerDetails(
    Guid WorkerId,
    string Name,
    string State,
    string Reason,
    double Cores,
    long MemoryBytes,
    ResourceWindow Window,
    DateTime SampledAt,
    IReadOnlyList<Guid> Jobs,
    IReadOnlyList<string> Profiles,
    IReadOnlyList<AdmissionDecision> Decisions);

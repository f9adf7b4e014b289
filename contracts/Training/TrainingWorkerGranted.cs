namespace LabelPlatform.Contracts.Training;

/// <summary>
/// To one worker, on change and every few seconds: all that it is to have. It stops what is not listed (unless its order is newer), says again how
/// those ended that it has ended, and that it does not have those it never heard of (<see cref="TrainingLost"/>).
/// </summary>
/// <param name="WorkerId">The worker.</param>
/// <param name="BootId">Its boot.</param>
/// <param name="Grant">Number of the grant; grants and orders of a worker are numbered together.</param>
/// <param name="Jobs">The jobs.</param>
public sealed record TrainingWorkerGranted(Guid WorkerId, Guid BootId, long Grant, IReadOnlyList<GrantedTraining> Jobs);

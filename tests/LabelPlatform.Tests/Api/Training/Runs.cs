using LabelPlatform.Contracts.Training;

namespace LabelPlatform.Tests.Api.Training;

/// <summary>A run of one job, and the same as JSON.</summary>
internal static class Runs
{
    public const string RunningJson = """
        {"runId":"11111111-0000-0000-0000-000000000001","state":"running","dataset":"d0123456789ab",
         "parameters":{"network":"linear","c":null,"positiveWeight":null,"epochs":null,"goal":"f1","goalValue":null,"seed":null},
         "profile":"builtin","priority":0,"promotion":"whenNotWorse","requestedBy":"ada","createdAt":"2026-11-22T08:00:00Z","completedAt":null,
         "jobs":[{"jobId":"22222222-0000-0000-0000-000000000002","runId":"11111111-0000-0000-0000-000000000001","label":"游戏","model":"game",
           "state":"running","reason":null,"worker":"trainer-1","stage":"training","fraction":0.5,"attempts":1,"evictions":0,"version":1764200000,
           "metrics":null,"liveMetrics":null,"createdAt":"2026-11-22T08:00:00Z","startedAt":null,"completedAt":null,"curve":[]}]}
        """;

    public static readonly Guid RunId = Guid.Parse("11111111-0000-0000-0000-000000000001");
    public static readonly Guid JobId = Guid.Parse("22222222-0000-0000-0000-000000000002");

    private static readonly DateTime At = new(2026, 11, 22, 8, 0, 0, DateTimeKind.Utc);

    public static TrainingRunDetails Running { get; } = new(
        RunId, "running", "d0123456789ab", new TrainingParameters(), "builtin", 0, PromotionRule.WhenNotWorse, "ada", At, null, [Job("running", 0.5)]);

    public static TrainingRunDetails Ended { get; } = Running with
    {
        State = "completed",
        CompletedAt = At.AddMinutes(1),
        Jobs = [Job("succeeded", 1), Job("succeeded", 1), Job("failed", 0.2), Job("cancelled", 0)],
    };

    public static TrainingJobDetails Job(string state, double fraction) => new(
        JobId, RunId, "游戏", "game", state, null, "trainer-1", "training", fraction, 1, 0, 1764200000, null, null, At, null, null, []);

    /// <summary>The job has come this far.</summary>
    public static TrainingJobChanged Progress(double fraction, TrainingCurvePoint? point = null) => new(Job("running", fraction), point);
}

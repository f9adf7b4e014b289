using LabelPlatform.Contracts.Models;
using LabelPlatform.Contracts.Training;

namespace LabelPlatform.Tests.Api.Models;

/// <summary>A model of one version, and the same as JSON.</summary>
internal static class GameModel
{
    public const string VersionJson = """
        {"model":"game","label":"游戏","version":1764200000,"state":"live","reason":"not worse",
         "metrics":{"positives":200,"negatives":2200,"precision":0.91,"recall":0.84,"f1":0.87,"averagePrecision":0.93,"rocAuc":null,
           "expectedCalibrationError":0.02},
         "liveMetrics":null,
         "parameters":{"network":"embedding","c":null,"positiveWeight":2,"epochs":20,"goal":"recall","goalValue":0.9,"seed":1},
         "profile":"builtin","dataset":"d0123456789ab","runId":"11111111-0000-0000-0000-000000000001","jobId":"22222222-0000-0000-0000-000000000002",
         "requestedBy":"ada","createdAt":"2026-11-22T08:00:00Z","curve":[{"epoch":1,"loss":0.6,"validationLoss":0.7}]}
        """;

    public const string Json = $$"""
        {"model":"game","label":"游戏","liveVersion":1764200000,"previousVersion":null,"wantedVersion":1764200000,"state":"live","problem":null,
         "promotedAt":"2026-11-22T08:00:00Z","promotedBy":"gate","versions":[{{VersionJson}}]}
        """;

    private static readonly DateTime At = new(2026, 11, 22, 8, 0, 0, DateTimeKind.Utc);

    public static ModelVersionDetails Version { get; } = new(
        "game", "游戏", 1764200000, "live", "not worse", new ModelMetrics(200, 2200, 0.91, 0.84, 0.87, 0.93, null, 0.02), null,
        new TrainingParameters(TrainingNetwork.Embedding, null, 2, 20, TrainingGoal.Recall, 0.9, 1), "builtin", "d0123456789ab",
        Guid.Parse("11111111-0000-0000-0000-000000000001"), Guid.Parse("22222222-0000-0000-0000-000000000002"), "ada", At, [new(1, 0.6, 0.7)]);

    public static ModelDetails Details { get; } = new("game", "游戏", 1764200000, null, 1764200000, "live", null, At, "gate", [Version]);
}

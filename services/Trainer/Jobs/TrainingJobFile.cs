using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LabelPlatform.Trainer.Jobs;

/// <summary>Reads and writes jobs.</summary>
internal static class TrainingJobFile
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        NumberHandling = JsonNumberHandling.Strict,
        RespectNullableAnnotations = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <exception cref="TrainingException">It is not there, or says something that cannot be.</exception>
    public static TrainingJob Read(string path)
    {
        try
        {
            var job = JsonSerializer.Deserialize<TrainingJob>(File.ReadAllBytes(path), Json) ?? throw new TrainingException($"{path} is null.");
            return FindProblem(job) is { } problem ? throw new TrainingException($"{path}: {problem}") : job;
        }
        catch (JsonException exception)
        {
            throw new TrainingException($"{path}: {exception.Message}", exception);
        }
        catch (IOException exception)
        {
            throw new TrainingException($"The job cannot be read: {exception.Message}", exception);
        }
    }

    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Write(string path, TrainingJob job) => File.WriteAllBytes(path, JsonSerializer.SerializeToUtf8Bytes(job, Json));

    private static string? FindProblem(TrainingJob job) => job switch
    {
        { Label: "" } => "'label' is empty.",
        { Model: "" } => "'model' is empty.",
        { Version: < 1 } => $"'version' is {job.Version}, not 1 or more.",
        { C: not (> 0 and <= 1e6) } => $"'c' is {job.C}, not between 0 and 1,000,000.",
        { PositiveWeight: not (> 0 and <= 1e6) } => $"'positiveWeight' is {job.PositiveWeight}, not between 0 and 1,000,000.",
        { Network: Network.Linear, FeatureTable: "" } => "'featureTable' is missing: where the table that linear models share is, or is to be.",
        { Epochs: < 1 or > 10_000 } => $"'epochs' is {job.Epochs}, not between 1 and 10,000.",
        { Threads: < 1 or > 1024 } => $"'threads' is {job.Threads}, not between 1 and 1024.",
        { Goal: not ThresholdGoal.F1, GoalValue: not (> 0 and <= 1) } => $"'goalValue' is {job.GoalValue}, not between 0 and 1.",
        _ => null,
    };
}

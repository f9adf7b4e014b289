using System.Text.Encodings.Web;
using System.Text.Json;
using LabelPlatform.TextClassification.Embedding;

namespace LabelPlatform.Trainer.Progress;

/// <summary>Tells how a training goes: a JSON object a line, with <c>event</c> in it.</summary>
internal sealed class ProgressWriter(TextWriter output)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        // Labels and reasons stay readable in logs.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>A stage begins.</summary>
    /// <param name="stage">Its name.</param>
    /// <param name="fraction">How much of the whole is done, 0 to 1.</param>
    public void Stage(string stage, double fraction) => Write(new { @event = "progressed", stage, fraction });

    /// <summary>An epoch is over.</summary>
    /// <param name="epoch">How it went.</param>
    /// <param name="fraction">How much of the whole is done, 0 to 1, if none ends early.</param>
    public void Epoch(EmbeddingEpoch epoch, double fraction) =>
        Write(new { @event = "progressed", stage = "training", fraction, epoch.Epoch, loss = epoch.Training.Loss, validationLoss = epoch.Validation?.Loss });

    public void Completed(object metrics, string output) => Write(new { @event = "completed", output, metrics });

    /// <summary>Both versions are judged.</summary>
    public void Evaluated(object metrics, object? liveMetrics) => Write(new { @event = "evaluated", metrics, liveMetrics });

    /// <summary>Something is amiss that stops nothing.</summary>
    public void Warned(string reason) => Write(new { @event = "warned", reason });

    public void Failed(string reason) => Write(new { @event = "failed", reason });

    private void Write<T>(T line)
    {
        output.WriteLine(JsonSerializer.Serialize(line, Json));
        output.Flush();
    }
}

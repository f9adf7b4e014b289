using LabelPlatform.TextClassification;
using LabelPlatform.TextClassification.Embedding;
using LabelPlatform.TextClassification.Splitting;
using LabelPlatform.Trainer.Jobs;
using LabelPlatform.Trainer.Progress;

namespace LabelPlatform.Trainer.Training;

/// <summary>Trains an <c>embedding</c> model. It stops when the loss on the validation rows falls no more.</summary>
internal static class EmbeddingTraining
{
    private const int Patience = 3;

    public static TrainedEmbedding Run(TrainingJob job, TrainingRows rows, ProgressWriter progress, CancellationToken cancellation)
    {
        progress.Stage("features", 0.1);
        var training = rows.Of(DatasetPart.Training);
        // The trainer takes the last rows for validation.
        int[] used = [.. training, .. rows.Of(DatasetPart.Validation)];
        var words = Array.ConvertAll(used, row => BaseWords.Cut(rows.Texts[row]));
        var vocabulary = EmbeddingVocabulary.Fit([.. training.Select((row, i) => Array.ConvertAll(words[i], word => rows.Texts[row][word]))]);
        var features = vocabulary.CreateFeatures();
        var ids = new int[used.Length * features.Length];
        for (var i = 0; i < used.Length; i++)
            features.Extract(rows.Texts[used[i]], words[i], ids.AsSpan(i * features.Length, features.Length));

        progress.Stage("training", 0.3);
        var options = new EmbeddingTrainerOptions
        {
            Epochs = job.Epochs,
            ValidationFraction = (double)(used.Length - training.Length) / used.Length,
            Patience = Patience,
            Seed = job.Seed,
        };
        var examples = new EmbeddingExamples(ids, features.Length, Array.ConvertAll(used, rows.IsPositive));
        var result = new EmbeddingTrainer(options).Train(
            examples,
            EmbeddingWeights.Initialize(vocabulary.Rows, job.Seed),
            epoch => progress.Epoch(epoch, 0.3 + (0.6 * epoch.Epoch / job.Epochs)),
            cancellation);
        return new TrainedEmbedding(result.Weights, vocabulary);
    }
}

using System.Globalization;
using LabelPlatform.ModelVersions;
using LabelPlatform.SavedModels;

namespace LabelPlatform.Trainer.Evaluation;

/// <summary>A version that was read from its folder as Inference and the model servers read it.</summary>
internal sealed class EvaluatedVersion
{
    private const int Batch = 64;

    private readonly string _folder;
    private readonly ModelVersion _version;
    private readonly ProbabilitySignature _signature;

    private EvaluatedVersion(string folder, ModelVersion version, ProbabilitySignature signature) =>
        (_folder, _version, _signature) = (folder, version, signature);

    public double Threshold => _version.Threshold;

    /// <exception cref="TrainingException">It cannot be used; the message says why and what to do.</exception>
    public static EvaluatedVersion Load(string folder, string model, long version, string label, FeatureTables tables)
    {
        try
        {
            var read = new ModelVersionReader(tables).Read(model, version, folder);
            if (read.Label != label)
                throw new InvalidDataException($"model.json is of the label '{read.Label}', not '{label}'");
            return new EvaluatedVersion(folder, read, new ProbabilitySignature(SavedModel.Load(folder)));
        }
        catch (Exception exception) when (exception is InvalidDataException or SavedModelException or IOException or UnauthorizedAccessException)
        {
            throw Unusable(folder, exception);
        }
    }

    /// <summary>The live version, whose number is the name of its folder.</summary>
    /// <exception cref="TrainingException">It cannot be used.</exception>
    public static EvaluatedVersion LoadLive(string folder, string model, string label, FeatureTables tables) =>
        long.TryParse(Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? Load(folder, model, number, label, tables)
            : throw new TrainingException($"The folder '{folder}' has no number for its name, as a version's has.");

    /// <summary>The probability of each text, asked as Inference asks.</summary>
    /// <exception cref="TrainingException">It answers with something else than probabilities.</exception>
    public float[] Predict(EvaluatedText[] texts, int threads, CancellationToken cancellation)
    {
        var probabilities = new float[texts.Length];
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
        try
        {
            Parallel.For(0, (texts.Length + Batch - 1) / Batch, options, batch =>
            {
                var start = batch * Batch;
                var end = Math.Min(start + Batch, texts.Length);
                _signature.Run(Rows(texts.AsSpan(start, end - start)), cancellation).CopyTo(probabilities.AsSpan(start));
            });
        }
        catch (AggregateException exception) when (exception.InnerExceptions[0] is InvalidDataException or SavedModelException)
        {
            throw Unusable(_folder, exception.InnerExceptions[0]);
        }

        return probabilities;
    }

    // As wide as the longest, padding behind; a model wants at least one id.
    private Tensor<int> Rows(ReadOnlySpan<EvaluatedText> texts)
    {
        var ids = new int[_version.Features.MaxLength];
        var rows = new int[texts.Length][];
        for (var i = 0; i < rows.Length; i++)
            rows[i] = ids[.._version.Features.Extract(texts[i], ids)];

        var width = Math.Max(1, rows.Max(row => row.Length));
        var input = new Tensor<int>(new TensorShape(rows.Length, width));
        for (var i = 0; i < rows.Length; i++)
            rows[i].CopyTo(input.Values[(i * width)..]);
        return input;
    }

    private static TrainingException Unusable(string folder, Exception exception) => new(
        $"The version in '{folder}' cannot be used: {exception.Message.TrimEnd('.')}. Its trainer has to leave a SavedModel with model.json and its tables in "
        + "assets.extra/labelplatform, as services/Trainer/README.md says; mend it and train again.",
        exception);
}

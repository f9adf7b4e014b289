using LabelPlatform.TextClassification.Linear;
using LabelPlatform.TextClassification.Splitting;

namespace LabelPlatform.Trainer.Training;

/// <summary>
/// The feature table of a dataset: made of all its training rows, whatever their labels, by the first training that needs it. The others wait for it.
/// </summary>
internal static class FeatureTables
{
    /// <exception cref="TrainingException">The file is damaged, or the dataset is too small to have a table.</exception>
    public static FeatureTable GetOrBuild(string path, TrainingRows rows, CancellationToken cancellation)
    {
        if (File.Exists(path))
            return Read(path);

        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        using var turn = BuildTurn.Take($"{path}.lock", cancellation);
        return File.Exists(path) ? Read(path) : Build(path, rows);
    }

    private static FeatureTable Build(string path, TrainingRows rows)
    {
        var builder = new FeatureTableBuilder();
        foreach (var row in rows.AllOf(DatasetPart.Training))
            builder.Add(rows.Texts[row]);
        var table = builder.Build();
        if (table.Count == 0)
            throw new TrainingException("No feature is frequent enough in the training rows; the dataset is too small.");

        var temporary = $"{path}.{Guid.NewGuid():n}";
        FeatureTableFile.Write(temporary, table);
        File.Move(temporary, path, overwrite: true);
        return table;
    }

    private static FeatureTable Read(string path)
    {
        try
        {
            return FeatureTableFile.Read(path);
        }
        catch (InvalidDataException exception)
        {
            throw new TrainingException($"{path}: {exception.Message} Remove it, and it is made again.", exception);
        }
    }
}

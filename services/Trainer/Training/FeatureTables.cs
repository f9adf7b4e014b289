using LabelPlatform.TextClassification.Linear;
using LabelPlatform.TextClassification.Splitting;

namespace LabelPlatform.Trainer.Training;

/// <summary>The feature table of a dataset: made of all its training rows, whatever their labels, by the first training that needs it.</summary>
internal static class FeatureTables
{
    public static FeatureTable GetOrBuild(string path, TrainingRows rows)
    {
        if (File.Exists(path))
            return Read(path);

        var builder = new FeatureTableBuilder();
        foreach (var row in rows.AllOf(DatasetPart.Training))
            builder.Add(rows.Texts[row]);
        var table = builder.Build();
        if (table.Count == 0)
            throw new TrainingException("No feature is frequent enough in the training rows; the dataset is too small.");

        // Several trainings may get here at once. They make the same file, and whoever comes last replaces it by itself.
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
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

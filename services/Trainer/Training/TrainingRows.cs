using LabelPlatform.Datasets;
using LabelPlatform.Datasets.Reading;
using LabelPlatform.TextClassification;
using LabelPlatform.TextClassification.Splitting;
using LabelPlatform.Trainer.Jobs;

namespace LabelPlatform.Trainer.Training;

/// <summary>The rows of a dataset, what each is for, and what it is to the label.</summary>
internal sealed class TrainingRows
{
    private readonly DatasetPart[] _parts;
    private readonly RowRole[] _roles;

    private TrainingRows(List<DatasetRow> rows, TrainingJob job, string hash)
    {
        var splitter = new DatasetSplitter();
        Texts = [.. rows.Select(row => row.Text)];
        Hash = hash;
        _parts = [.. rows.Select(row => splitter.PartOf(row.Text, row.Group))];
        _roles = new RowRoles(rows, label => job.Ancestors.GetValueOrDefault(label) ?? []).Of(job.Label);
    }

    public string[] Texts { get; }

    /// <summary>Hash of the file: <c>sha256:…</c>.</summary>
    public string Hash { get; }

    /// <exception cref="TrainingException">The dataset has bad lines.</exception>
    public static TrainingRows Read(TrainingJob job)
    {
        using var file = File.OpenRead(job.Dataset);
        var hash = job.DatasetHash ?? ContentHash.Of(file);
        file.Position = 0;
        var issues = new List<DatasetIssue>();
        var rows = DatasetReader.Read(file, job.Format, new DatasetReaderOptions { Label = job.Label }, issues).ToList();
        if (issues.Count > 0)
            throw new TrainingException($"The dataset has bad lines, the first of them line {issues[0].Line}: {issues[0].Reason}");

        return new TrainingRows(rows, job, hash);
    }

    /// <summary>The rows of a part that are positive or negative.</summary>
    public int[] Of(DatasetPart part) => [.. Enumerable.Range(0, Texts.Length).Where(row => _parts[row] == part && _roles[row] != RowRole.LeftOut)];

    /// <summary>All rows of a part, whatever they are to the label.</summary>
    public int[] AllOf(DatasetPart part) => [.. Enumerable.Range(0, Texts.Length).Where(row => _parts[row] == part)];

    public bool IsPositive(int row) => _roles[row] == RowRole.Positive;

    /// <summary>Makes sure that a part has positive and negative rows.</summary>
    /// <exception cref="TrainingException">It has not.</exception>
    public void Require(DatasetPart part, string label)
    {
        var rows = Of(part);
        var positives = rows.Count(IsPositive);
        if (positives == 0 || positives == rows.Length)
        {
            throw new TrainingException(
                $"Of the {part.ToString().ToLowerInvariant()} rows {positives} are positive for '{label}' and {rows.Length - positives} negative; each part needs some of both. Add rows.");
        }
    }
}

using LabelPlatform.Contracts.Datasets;

namespace LabelPlatform.TrainingScheduler.Datasets;

/// <summary>A dataset that is kept as a file.</summary>
internal sealed class Dataset
{
    /// <summary><c>d</c> and 12 hexadecimal digits.</summary>
    public required string Id { get; set; }

    /// <summary>Unique: the newest dataset of a name has it.</summary>
    public string? Name { get; set; }

    public required DatasetFileFormat Format { get; set; }

    /// <summary>The label of a sample file.</summary>
    public string? Label { get; set; }

    public required string Hash { get; set; }

    public required long Bytes { get; set; }

    public required int Rows { get; set; }

    public required DateTime CreatedAt { get; set; }

    public required DatasetSummary Report { get; set; }

    public DatasetDetails ToDetails(bool withReport) => new(Id, Name, Format, Label, Hash, Bytes, Rows, CreatedAt, withReport ? Report : null);
}

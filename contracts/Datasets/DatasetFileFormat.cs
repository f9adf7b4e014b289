namespace LabelPlatform.Contracts.Datasets;

/// <summary>How the rows of a dataset are written.</summary>
public enum DatasetFileFormat
{
    /// <summary>Comma-separated; the first line names the columns.</summary>
    Csv,

    /// <summary>Tab-separated; the first line names the columns.</summary>
    Tsv,

    /// <summary>A JSON object a line.</summary>
    JsonLines,

    /// <summary>The original's samples: <c>1</c> or <c>0</c>, a tab, the text, for one label.</summary>
    Sample,
}

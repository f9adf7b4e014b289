namespace LabelPlatform.Datasets.Reading;

/// <summary>How the rows of a dataset are written.</summary>
public enum DatasetFormat
{
    /// <summary>Fields with commas between them, quoted where they must be (RFC 4180). The first line names the columns.</summary>
    Csv,

    /// <summary>Fields with tabs between them, which have no quotes and no line breaks. The first line names the columns.</summary>
    Tsv,

    /// <summary>A JSON object a line: <c>{"text":"…","labels":["…"],"group":"…","source":"…"}</c>.</summary>
    JsonLines,

    /// <summary>The original's sample files for one label: <c>1</c> or <c>0</c>, a tab, and the text; no header.</summary>
    Sample,
}

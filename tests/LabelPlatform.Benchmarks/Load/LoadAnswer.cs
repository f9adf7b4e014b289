namespace LabelPlatform.Benchmarks.Load;

/// <summary>What came back for a request.</summary>
/// <param name="Status">The HTTP status; 0 when the connection was lost.</param>
/// <param name="IsWhole">Whether every text of it was labelled.</param>
internal readonly record struct LoadAnswer(int Status, bool IsWhole)
{
    public static readonly LoadAnswer Lost = new(Status: 0, IsWhole: false);

    public bool IsGood => Status == 200 && IsWhole;
}

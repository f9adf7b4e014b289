using LabelPlatform.AllInOne;

namespace LabelPlatform.Tests.AllInOne;

/// <summary>The sample data, as AllInOne carries it.</summary>
internal static class SampleData
{
    public static async Task<byte[]> ReadAsync()
    {
        await using var content = typeof(SampleGraphImporter).Assembly.GetManifestResourceStream("training.csv")!;
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes);
        return bytes.ToArray();
    }
}

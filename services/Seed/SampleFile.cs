using LabelPlatform.Contracts.LabelGraph;

namespace LabelPlatform.Seed;

/// <summary>A file of the sample graph.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Part">What part of the graph it holds.</param>
/// <param name="Format">How it is written.</param>
public sealed record SampleFile(string Name, LabelGraphPart Part, LabelGraphFormat Format)
{
    /// <summary>The sentences that the sample's models are trained on, <c>text,label</c>.</summary>
    public const string Sentences = "training.csv";

    /// <summary>The file's bytes.</summary>
    public Task<byte[]> ReadAsync(CancellationToken cancellationToken) => ReadAsync(Name, cancellationToken);

    /// <summary>The bytes of a file of the sample.</summary>
    public static async Task<byte[]> ReadAsync(string name, CancellationToken cancellationToken)
    {
        await using var content = typeof(SampleFile).Assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[content.Length];
        await content.ReadExactlyAsync(bytes, cancellationToken);
        return bytes;
    }
}

using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace LabelPlatform.TextClassification.Splitting;

/// <summary>
/// Says of each row what it is for, from the row alone: neither other rows nor their order matter, so that a row stays where it is when a dataset
/// grows, and a text is never in the training of one label and in the test of another. Rows of a group stay together; without a group the text
/// counts, normalised and without blanks, so that copies of it stay together.
/// </summary>
/// <param name="salt">The same everywhere; another one gives another split.</param>
public sealed class DatasetSplitter(string salt = DatasetSplitter.DefaultSalt)
{
    /// <summary>The salt of the platform.</summary>
    public const string DefaultSalt = "labelplatform-1";

    private const int Parts = 10;
    private const int TestParts = 2;

    /// <summary>What a row is for.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="group">Its group; null or empty when it has none.</param>
    public DatasetPart PartOf(string text, string? group = null)
    {
        // A group and a text of the same characters are two keys.
        var key = string.IsNullOrEmpty(group) ? "t" + TextNormalization.Apply(text).Replace(" ", "", StringComparison.Ordinal) : "g" + group;
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{salt}\n{key}"));
        return (BinaryPrimitives.ReadUInt64LittleEndian(hash) % Parts) switch
        {
            < TestParts => DatasetPart.Test,
            TestParts => DatasetPart.Validation,
            _ => DatasetPart.Training,
        };
    }
}

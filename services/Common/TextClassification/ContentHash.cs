using System.Security.Cryptography;

namespace LabelPlatform.TextClassification;

/// <summary>Names the contents of a file: <c>sha256:</c> and 64 hexadecimal digits. Datasets and feature tables are known by it.</summary>
public static class ContentHash
{
    private const string Prefix = "sha256:";

    /// <summary>The hash of bytes.</summary>
    public static string Of(ReadOnlySpan<byte> contents) => Prefix + Convert.ToHexStringLower(SHA256.HashData(contents));

    /// <summary>The hash of what a stream has from its position on; it is at its end afterwards.</summary>
    public static string Of(Stream contents) => Prefix + Convert.ToHexStringLower(SHA256.HashData(contents));
}

using System.Text.Json;
using LabelPlatform.Segmentation;
using LabelPlatform.Testing;

namespace LabelPlatform.Tests.Common.Segmentation;

internal static class Golden
{
    private static readonly string Folder =
        Path.Combine(Repository.Root, "tests", "LabelPlatform.Tests", "Common", "Segmentation", "Golden");

    public static IReadOnlyList<GoldenText> Texts { get; } =
        JsonSerializer.Deserialize<GoldenText[]>(File.ReadAllBytes(Path.Combine(Folder, "golden.json")), JsonSerializerOptions.Web)!;

    public static UserDictionary UserDictionary() => LabelPlatform.Segmentation.UserDictionary.Load(Path.Combine(Folder, "user_dictionary.txt"));
}

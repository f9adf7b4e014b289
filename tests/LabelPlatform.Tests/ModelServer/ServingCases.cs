using System.Text.Json;
using LabelPlatform.Testing;
using Xunit;

namespace LabelPlatform.Tests.ModelServer;

/// <summary>
/// What TensorFlow Serving does, case by case, as its own tests assert it or its source says: <c>../shared/tfserving/cases.jsonl</c>,
/// described in
/// <c>../shared/reference/tensorflow-serving.md</c>, section 6.
/// </summary>
internal static class ServingCases
{
    // xunit asks for the names before a test can skip itself; the test of this name does.
    private const string Missing = "cases.jsonl is missing";

    private static readonly Lazy<IReadOnlyList<JsonElement>> All = new(Read);

    /// <summary>The names of an operation's cases, but those that are left out.</summary>
    public static TheoryData<string> Names(string operation, Func<JsonElement, bool>? where = null)
    {
        if (SharedFolder.Find("tfserving", "cases.jsonl") is null)
            return new TheoryData<string>(Missing);
        return new TheoryData<string>(All.Value
            .Where(item => item.GetProperty("op").GetString() == operation && where?.Invoke(item) is not false)
            .Select(item => item.GetProperty("name").GetString()!)
            .Where(name => !LeftOutCases.Reasons.ContainsKey(name)));
    }

    public static JsonElement Get(string name)
    {
        SharedFolder.Get("tfserving", "cases.jsonl");
        return All.Value.Single(item => item.GetProperty("name").GetString() == name);
    }

    /// <summary>The path of a file or folder that a case names.</summary>
    public static string Path(string path) => SharedFolder.Get("tfserving", path.Replace("tfserving_testdata/", "testdata/", StringComparison.Ordinal));

    private static IReadOnlyList<JsonElement> Read() =>
        [.. File.ReadLines(SharedFolder.Get("tfserving", "cases.jsonl")).Select(line => JsonSerializer.Deserialize<JsonElement>(line))];
}

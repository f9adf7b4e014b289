using LabelPlatform.TextClassification;
using LabelPlatform.TextClassification.Linear;

namespace LabelPlatform.ModelVersions;

/// <summary>The feature tables in use, each once however many models share it. One that no model uses any more is forgotten. Not thread-safe.</summary>
public sealed class FeatureTables
{
    private readonly Dictionary<string, WeakReference<LinearFeatures>> _tables = new(StringComparer.Ordinal);

    /// <summary>The table of a file.</summary>
    /// <param name="hash">Its hash as the manifest names it: <c>sha256:</c> and 64 hexadecimal digits.</param>
    /// <param name="path">Where it lies.</param>
    /// <exception cref="InvalidDataException">The file is another one, or damaged.</exception>
    public LinearFeatures Get(string hash, string path)
    {
        if (_tables.TryGetValue(hash, out var known) && known.TryGetTarget(out var features))
            return features;

        var bytes = File.ReadAllBytes(path);
        var actual = ContentHash.Of(bytes);
        if (!hash.Equals(actual, StringComparison.OrdinalIgnoreCase))
            throw new InvalidDataException($"it has the hash {actual}, the manifest names {hash}");
        features = new LinearFeatures(FeatureTableFile.Parse(bytes));
        _tables[hash] = new WeakReference<LinearFeatures>(features);
        return features;
    }
}

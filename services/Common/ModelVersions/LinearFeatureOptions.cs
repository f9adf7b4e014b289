namespace LabelPlatform.ModelVersions;

/// <summary>The measures of a <c>linear</c> model's features in its manifest.</summary>
/// <param name="Table">Hash of the feature table: <c>sha256:</c> and 64 hexadecimal digits.</param>
internal sealed record LinearFeatureOptions(string Table);

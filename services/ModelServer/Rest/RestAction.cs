namespace LabelPlatform.ModelServer.Rest;

/// <summary>What a request asks for.</summary>
internal enum RestAction
{
    Predict,
    Classify,
    Regress,
    Status,
    Metadata,
}

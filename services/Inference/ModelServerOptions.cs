namespace LabelPlatform.Inference;

/// <summary>A model server with TensorFlow Serving's REST interface.</summary>
public sealed class ModelServerOptions
{
    /// <summary>Its address without the path: <c>http://models-1:8501</c>.</summary>
    public string Url { get; set; } = "";

    /// <summary>
    /// Which models it has: a name in which <c>*</c> stands for any characters and <c>?</c> for one. Servers that match the same model are
    /// its replicas.
    /// </summary>
    public string Models { get; set; } = "*";
}

namespace LabelPlatform.ModelServer.Servables;

/// <summary>Which version of which model a request is for.</summary>
/// <param name="Model">Name of the model.</param>
/// <param name="Version">A certain version, or null.</param>
/// <param name="Label">The version that carries this label, or null. Without version and label it is the highest one that is available.</param>
public sealed record ServableRequest(string Model, long? Version = null, string? Label = null)
{
    /// <summary>As TensorFlow Serving writes it in its messages: <c>Latest(movie)</c>, <c>Specific(movie, 3)</c>.</summary>
    public override string ToString() => Version is { } version ? $"Specific({Model}, {version})" : $"Latest({Model})";
}

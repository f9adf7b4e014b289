using LabelPlatform.SavedModels.Graphs;
using LabelPlatform.SavedModels.Protos;

namespace LabelPlatform.SavedModels;

/// <summary>
/// A model in TensorFlow's SavedModel format, loaded and ready to be run. It does not change and may be run by many threads at once.
/// </summary>
public sealed class SavedModel
{
    /// <summary>The signature that is run when none is named.</summary>
    public const string DefaultSignature = "serving_default";

    private readonly LoadedGraph _graph;

    internal SavedModel(LoadedGraph graph) => _graph = graph;

    /// <summary>The ways to ask the model, as the file says it.</summary>
    public IReadOnlyDictionary<string, SignatureDef> Signatures => _graph.Signatures;

    /// <summary>Loads the model of a directory, which holds <c>saved_model.pb</c> and, unless its weights are constants, <c>variables/</c>.</summary>
    /// <param name="directory">The directory.</param>
    /// <param name="tags">Of the graphs that the model has, the one with exactly these tags, a comma between them, is loaded.</param>
    /// <exception cref="SavedModelException">It cannot be loaded; the message says what is wrong with it.</exception>
    public static SavedModel Load(string directory, string tags = "serve") =>
        new(SavedModelLoader.Load(directory, tags.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToHashSet()));

    /// <summary>Runs a signature.</summary>
    /// <param name="signature">Its name.</param>
    /// <param name="inputs">A tensor for each of its inputs, by the name that the signature gives it.</param>
    /// <param name="cancellationToken">Stops between two operations.</param>
    /// <returns>A tensor for each output, by the signature's names. They must not be written to: a model may answer with a constant of its own.</returns>
    /// <exception cref="SavedModelException">The signature is not there or cannot be run, or the inputs do not fit it or the graph.</exception>
    public IReadOnlyDictionary<string, Tensor> Run(
        string signature, IReadOnlyDictionary<string, Tensor> inputs, CancellationToken cancellationToken = default)
    {
        if (_graph.Compiled.TryGetValue(signature, out var compiled))
            return compiled.Run(inputs, cancellationToken);
        if (_graph.Refused.TryGetValue(signature, out var refused))
            throw new SavedModelException(refused.Code, refused.Message, refused);
        throw new SavedModelException(StatusCode.InvalidArgument, $"Serving signature name: \"{signature}\" not found in signature def");
    }
}

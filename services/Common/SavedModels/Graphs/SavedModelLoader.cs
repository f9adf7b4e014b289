using Google.Protobuf;
using LabelPlatform.SavedModels.Checkpoints;
using LabelPlatform.SavedModels.Execution;
using LabelPlatform.SavedModels.Protos;

namespace LabelPlatform.SavedModels.Graphs;

/// <summary>Loads a model in TensorFlow's order: the meta graph of the wanted tags, the checkpoint, the initialisation, then the signatures.</summary>
internal static class SavedModelLoader
{
    // What TensorFlow 2.18 gives to graphs (TF_GRAPH_DEF_VERSION). A graph may ask for readers of a later one.
    private const int GraphVersion = 1994;

    private const string InitSignature = "__saved_model_init_op";
    private static readonly string[] InitCollections = ["saved_model_main_op", "legacy_init_op"];

    public static LoadedGraph Load(string directory, IReadOnlySet<string> tags)
    {
        var metaGraph = FindMetaGraph(SavedModelFile.Read(directory), tags);
        var graph = metaGraph.GraphDef ?? throw new SavedModelException(StatusCode.InvalidArgument, "The meta graph has no graph.");
        CheckVersions(graph.Versions ?? new VersionDef());

        var model = new ModelContext(graph);
        Restore(model, metaGraph, directory);
        Initialise(model, metaGraph, directory);
        return Compile(model, metaGraph.SignatureDef);
    }

    private static MetaGraphDef FindMetaGraph(SavedModelProto savedModel, IReadOnlySet<string> tags) =>
        savedModel.MetaGraphs.FirstOrDefault(metaGraph => tags.SetEquals(metaGraph.MetaInfoDef?.Tags ?? []))
        ?? throw new SavedModelException(
            StatusCode.NotFound,
            $"Could not find meta graph def matching supplied tags: {{ {string.Join(' ', tags)} }}. The model has "
            + $"{string.Join(", ", savedModel.MetaGraphs.Select(metaGraph => $"{{ {string.Join(' ', metaGraph.MetaInfoDef?.Tags ?? [])} }}"))}.");

    private static void CheckVersions(VersionDef versions)
    {
        if (versions.Producer < 0 || versions.MinConsumer > GraphVersion || versions.BadConsumers.Contains(GraphVersion))
        {
            throw new SavedModelException(
                StatusCode.InvalidArgument,
                $"The graph is of version {versions.Producer} and asks for a reader of at least {versions.MinConsumer}; this one is {GraphVersion}.");
        }
    }

    // A model without a checkpoint is frozen: its weights are constants. One that needs a checkpoint all the same fails when it reads a variable.
    private static void Restore(ModelContext model, MetaGraphDef metaGraph, string directory)
    {
        var prefix = Path.Combine(directory, "variables", "variables");
        if (metaGraph.SaverDef is not { RestoreOpName.Length: > 0 } saver || !File.Exists(prefix + ".index"))
            return;

        using var checkpoint = CheckpointReader.Open(prefix);
        var scope = model.CreateScope();
        scope.Set(InputReference.Parse(saver.FilenameTensorName).Node, Text(prefix));
        Execute(model, scope, saver.RestoreOpName, checkpoint.Read);
    }

    private static void Initialise(ModelContext model, MetaGraphDef metaGraph, string directory)
    {
        if (FindInitialisation(metaGraph) is not { } node)
            return;
        var scope = model.CreateScope();
        foreach (var asset in metaGraph.AssetFileDef)
            scope.Set(InputReference.Parse(asset.TensorInfo?.Name ?? "").Node, Text(Path.Combine(directory, "assets", asset.Filename)));
        Execute(model, scope, node, key => throw new SavedModelException(StatusCode.InvalidArgument, $"The initialisation reads '{key}' from a checkpoint."));
    }

    private static string? FindInitialisation(MetaGraphDef metaGraph)
    {
        if (metaGraph.SignatureDef.TryGetValue(InitSignature, out var signature) && signature.Outputs.Values.FirstOrDefault() is { } output)
            return output.Name;
        return InitCollections
            .Select(name => metaGraph.CollectionDef.GetValueOrDefault(name)?.NodeList?.Value.FirstOrDefault())
            .FirstOrDefault(node => node is not null);
    }

    private static void Execute(ModelContext model, Scope scope, string node, Func<string, Tensor> restore) =>
        new GraphCompiler(new NodeCompiler(model, new PlanBuilder(), restore)).Run(scope, [node]);

    private static ConstantValue Text(string text) => new(new Tensor<ByteString>(default, [ByteString.CopyFromUtf8(text)]));

    private static LoadedGraph Compile(ModelContext model, IReadOnlyDictionary<string, SignatureDef> signatures)
    {
        var compiled = new Dictionary<string, CompiledSignature>(StringComparer.Ordinal);
        var refused = new Dictionary<string, SavedModelException>(StringComparer.Ordinal);
        foreach (var (name, signature) in signatures.Where(pair => pair.Key != InitSignature))
        {
            try
            {
                var program = new CompiledSignature(model, signature);
                SignatureProbe.Run(program, signature);
                compiled[name] = program;
            }
            catch (SavedModelException exception)
            {
                refused[name] = new SavedModelException(exception.Code, $"Signature '{name}' cannot be run: {exception.Message}", exception);
            }
        }

        // TensorFlow loads what it cannot run and fails when it is asked. Whoever copied half a version should hear of it now, while the one
        // before still serves; a signature beside others that work (tf.Example for classifying, say) is no reason to refuse the rest.
        var fatal = refused.Values.FirstOrDefault(exception => exception.Code == StatusCode.FailedPrecondition)
            ?? refused.GetValueOrDefault(SavedModel.DefaultSignature)
            ?? (compiled.Count == 0 ? refused.Values.FirstOrDefault() : null);
        return fatal is null ? new LoadedGraph(signatures, compiled, refused) : throw fatal;
    }
}

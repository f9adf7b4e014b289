using LabelPlatform.SavedModels;

namespace LabelPlatform.ModelServer.Servables;

/// <summary>The models that are served.</summary>
public interface IServables
{
    /// <summary>Takes hold of a version to run it.</summary>
    /// <exception cref="SavedModelException">
    /// NotFound: <c>Servable not found for request: Latest(M)</c>; InvalidArgument: <c>Unrecognized servable version label: L</c>.
    /// </exception>
    ServableHandle Acquire(ServableRequest request);

    /// <summary>The states of a model's versions, newest first, or of the one asked for. A label is ignored here, as by TensorFlow Serving.</summary>
    /// <exception cref="SavedModelException">NotFound: <c>Could not find version V of model M</c> or <c>Could not find any versions of model M</c>.</exception>
    IReadOnlyList<VersionStatus> Statuses(string model, long? version);
}

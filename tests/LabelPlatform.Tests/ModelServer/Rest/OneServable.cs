using LabelPlatform.ModelServer.Servables;
using LabelPlatform.SavedModels;

namespace LabelPlatform.Tests.ModelServer.Rest;

/// <summary>One version of one model that is available.</summary>
internal sealed class OneServable(string model, long version, IReadOnlyDictionary<string, long> labels, Func<SavedModel> load) : IServables, IModelNames
{
    private readonly Lazy<SavedModel> _savedModel = new(load);

    public ServableHandle Acquire(ServableRequest request)
    {
        if (request.Model != model)
            throw new SavedModelException(StatusCode.NotFound, $"Servable not found for request: {request}");
        if (request.Label is { } label && !labels.ContainsKey(label))
            throw new SavedModelException(StatusCode.InvalidArgument, $"Unrecognized servable version label: {label}");
        if (request.Version is { } asked && asked != version)
            throw new SavedModelException(StatusCode.NotFound, $"Servable not found for request: {request}");
        return new ServableHandle(model, version, _savedModel.Value, () => { });
    }

    public bool Contains(string name) => name == model;

    public IReadOnlyList<VersionStatus> Statuses(string asked, long? askedVersion)
    {
        if (asked != model)
            throw new SavedModelException(StatusCode.NotFound, $"Could not find any versions of model {asked}");
        if (askedVersion is { } number && number != version)
            throw new SavedModelException(StatusCode.NotFound, $"Could not find version {number} of model {asked}");
        return [new VersionStatus(version, ServableState.Available, StatusCode.Ok, "")];
    }
}

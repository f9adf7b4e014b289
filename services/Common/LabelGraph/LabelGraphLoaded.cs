using MassTransit.Transports;

namespace LabelPlatform.LabelGraph;

/// <summary>The first load of the graph, as something that an endpoint waits for.</summary>
internal sealed class LabelGraphLoaded(LabelGraphProvider provider) : IReceiveEndpointDependency
{
    public Task Ready => provider.Loaded;
}

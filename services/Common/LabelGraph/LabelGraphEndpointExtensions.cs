using MassTransit;

namespace LabelPlatform.LabelGraph;

/// <summary>Endpoints that need the graph.</summary>
public static class LabelGraphEndpointExtensions
{
    /// <summary>Takes no message before the graph is loaded: until then other replicas answer, or nobody.</summary>
    public static void StartWithLabelGraph(this IReceiveEndpointConfigurator endpoint, LabelGraphProvider provider) =>
        endpoint.AddDependency(new LabelGraphLoaded(provider));
}

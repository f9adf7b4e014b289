using LabelPlatform.GraphMatch.Consumers;
using LabelPlatform.LabelGraph;
using LabelPlatform.ServiceDefaults.Messaging;
using MassTransit;

namespace LabelPlatform.GraphMatch;

public static class GraphMatchRegistration
{
    public static void AddGraphMatch(this IHostApplicationBuilder builder)
    {
        builder.AddLabelGraph();
        builder.Services.AddSingleton<LabelGraphWriter>();
        builder.Services.AddSingleton<LabelMatcher>();
    }

    public static void AddGraphMatchConsumers(this IBusRegistrationConfigurator bus)
    {
        bus.AddConsumer<MatchLabelsConsumer, MatchLabelsConsumerDefinition>();
        bus.AddConsumer<RefreshSnapshotConsumer, RefreshSnapshotConsumerDefinition>()
            .Endpoint(endpoint => endpoint.InstanceId = ReplicaId.Value);
    }
}

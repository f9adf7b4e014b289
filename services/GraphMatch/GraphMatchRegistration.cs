using LabelPlatform.GraphMatch.Consumers;
using LabelPlatform.LabelGraph;
using LabelPlatform.LabelGraph.Changes;
using LabelPlatform.Segmentation;
using LabelPlatform.ServiceDefaults.Messaging;
using MassTransit;

namespace LabelPlatform.GraphMatch;

public static class GraphMatchRegistration
{
    public static void AddGraphMatch(this IHostApplicationBuilder builder)
    {
        builder.AddLabelGraph();
        builder.Services.AddSingleton(new VocabularyRules(word => StopWords.Default.Contains(word)));
        builder.Services.AddSingleton<LabelGraphWriter>();
        builder.Services.AddSingleton<LabelMatcher>();
    }

    public static void AddGraphMatchConsumers(this IBusRegistrationConfigurator bus)
    {
        bus.AddConsumer<MatchLabelsConsumer, MatchLabelsConsumerDefinition>();
        bus.AddConsumer<GetLabelGraphConsumer, GetLabelGraphConsumerDefinition>();
        bus.AddConsumer<GetLabelConsumer, GetLabelConsumerDefinition>();
        bus.AddConsumer<EditLabelGraphConsumer, EditLabelGraphConsumerDefinition>();
        bus.AddConsumer<ImportLabelGraphConsumer, ImportLabelGraphConsumerDefinition>();
        bus.AddConsumer<ExportLabelGraphConsumer, ExportLabelGraphConsumerDefinition>();
        bus.AddConsumer<RefreshSnapshotConsumer, RefreshSnapshotConsumerDefinition>()
            .Endpoint(endpoint => endpoint.InstanceId = ReplicaId.Value);
    }
}

using LabelPlatform.LabelGraph;
using LabelPlatform.Preprocess.Consumers;
using LabelPlatform.ServiceDefaults;
using LabelPlatform.ServiceDefaults.Messaging;
using MassTransit;

namespace LabelPlatform.Preprocess;

public static class PreprocessRegistration
{
    public static TBuilder AddPreprocess<TBuilder>(this TBuilder builder)
        where TBuilder : IHostApplicationBuilder
    {
        builder.AddLabelGraph();
        builder.Services.AddValidatedOptions<PreprocessOptions>(PreprocessOptions.Section);
        builder.Services.AddSingleton<VocabularySegmenter>();
        builder.Services.AddSingleton<ILabelGraphObserver>(provider => provider.GetRequiredService<VocabularySegmenter>());
        builder.Services.AddSingleton<WordFilter>();
        builder.Services.AddSingleton<TextPreprocessor>();
        return builder;
    }

    public static void AddPreprocessConsumers(this IBusRegistrationConfigurator bus)
    {
        bus.AddConsumer<PreprocessTextsConsumer, PreprocessTextsConsumerDefinition>();
        bus.AddConsumer<RefreshVocabularyConsumer, RefreshVocabularyConsumerDefinition>()
            .Endpoint(endpoint => endpoint.InstanceId = ReplicaId.Value);
    }
}

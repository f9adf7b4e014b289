using LabelPlatform.Scoring.Consumers;
using LabelPlatform.ServiceDefaults;
using MassTransit;

namespace LabelPlatform.Scoring;

public static class ScoringRegistration
{
    public static TBuilder AddScoring<TBuilder>(this TBuilder builder)
        where TBuilder : IHostApplicationBuilder
    {
        builder.Services.AddValidatedOptions<ScoringOptions>(ScoringOptions.Section);
        builder.Services.AddSingleton<LabelScorer>();
        return builder;
    }

    public static void AddScoringConsumers(this IBusRegistrationConfigurator bus) =>
        bus.AddConsumer<ScoreLabelsConsumer, ScoreLabelsConsumerDefinition>();
}

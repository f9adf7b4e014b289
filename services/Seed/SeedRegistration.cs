using LabelPlatform.ServiceDefaults;

namespace LabelPlatform.Seed;

public static class SeedRegistration
{
    public static TBuilder AddSeed<TBuilder>(this TBuilder builder)
        where TBuilder : IHostApplicationBuilder
    {
        builder.AddSampleTraining();
        builder.Services.AddSingleton<SampleGraphClient>();
        builder.Services.AddSingleton<Seeder>();
        return builder;
    }

    /// <summary>What asks TrainingScheduler to train the sample's models.</summary>
    public static void AddSampleTraining(this IHostApplicationBuilder builder)
    {
        builder.Services.AddValidatedOptions<SampleOptions>(SampleOptions.Section);
        builder.Services.AddSingleton<SampleRequests>();
        builder.Services.AddSingleton<SampleTrainingClient>();
    }
}

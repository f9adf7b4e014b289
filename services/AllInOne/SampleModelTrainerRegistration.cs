using LabelPlatform.ServiceDefaults;

namespace LabelPlatform.AllInOne;

internal static class SampleModelTrainerRegistration
{
    /// <summary>Trains the sample graph's models at the platform's first start, unless <c>Sample:TrainModels</c> is false.</summary>
    public static void AddSampleModelTrainer(this IHostApplicationBuilder builder)
    {
        builder.Services.AddValidatedOptions<SampleOptions>(SampleOptions.Section);
        builder.Services.AddSingleton<SampleTrainingClient>();
        builder.Services.AddHostedService<SampleModelTrainer>();
    }
}

using LabelPlatform.Seed;

namespace LabelPlatform.AllInOne;

internal static class SampleModelTrainerRegistration
{
    /// <summary>Trains the sample graph's models at the platform's first start, unless <c>Sample:TrainModels</c> is false.</summary>
    public static void AddSampleModelTrainer(this IHostApplicationBuilder builder)
    {
        builder.AddSampleTraining();
        builder.Services.AddHostedService<SampleModelTrainer>();
    }
}

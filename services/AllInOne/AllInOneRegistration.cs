using LabelPlatform.Api;
using LabelPlatform.GraphMatch;
using LabelPlatform.Inference;
using LabelPlatform.Preprocess;
using LabelPlatform.Scoring;
using LabelPlatform.ServiceDefaults.Messaging;
using LabelPlatform.Trainer;
using LabelPlatform.TrainingScheduler;

namespace LabelPlatform.AllInOne;

public static class AllInOneRegistration
{
    /// <summary>Adds every service to this process: they talk over an in-memory bus and keep their data in one folder.</summary>
    public static void AddAllInOne(this IHostApplicationBuilder builder)
    {
        builder.Configuration.AddDataFolder();
        builder.Services.AddHostedService<SampleGraphImporter>();
        // It writes the models.config that the model server starts with.
        builder.AddTrainingScheduler();
        builder.AddEmbeddedModelServer();
        builder.AddSampleModelTrainer();

        builder.AddApi();
        builder.AddPreprocess();
        builder.AddGraphMatch();
        builder.AddInference();
        builder.AddScoring();
        builder.AddTrainer();
        builder.AddMessaging(bus =>
        {
            bus.AddApiConsumers();
            bus.AddPreprocessConsumers();
            bus.AddGraphMatchConsumers();
            bus.AddInferenceConsumers();
            bus.AddScoringConsumers();
            bus.AddTrainingSchedulerConsumers();
            bus.AddTrainerConsumers();
        });
    }
}

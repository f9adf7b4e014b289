using LabelPlatform.ServiceDefaults;
using LabelPlatform.Trainer.Consumers;
using LabelPlatform.Trainer.Sampling;
using LabelPlatform.Trainer.Worker;
using MassTransit;
using Microsoft.Extensions.Options;

namespace LabelPlatform.Trainer;

public static class TrainerRegistration
{
    /// <summary>Adds what starts trainers, watches over them and measures them.</summary>
    public static void AddTrainer(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddValidatedOptions<TrainerOptions>(TrainerOptions.Section);
        services.AddSingleton<IValidateOptions<TrainerOptions>, TrainerOptionsValidator>();
        services.AddSingleton<WorkerIdentity>();
        services.AddSingleton<TrainerPrograms>();
        services.AddSingleton<TrainerActivity>();
        services.AddSingleton<ReportQueue>();
        services.AddSingleton<TrainingAttempts>();
        services.AddSingleton<TrainingWorker>();
        services.AddHostedService<TrainingWorkerLifetime>();
        services.AddHostedService<ReportPublisher>();
        services.AddSingleton<SampleSlot>();
        services.AddHostedService<SamplingService>();
        services.AddHostedService<SamplePublisher>();
    }

    /// <summary>Adds the worker's consumers, which share the queue of this worker.</summary>
    public static void AddTrainerConsumers(this IBusRegistrationConfigurator bus)
    {
        bus.AddConsumer<StartTrainingConsumer, StartTrainingConsumerDefinition>();
        bus.AddConsumer<StopTrainingConsumer, StopTrainingConsumerDefinition>();
        bus.AddConsumer<TrainingWorkerGrantedConsumer, TrainingWorkerGrantedConsumerDefinition>();
    }
}

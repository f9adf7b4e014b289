using LabelPlatform.Persistence;
using LabelPlatform.Persistence.Due;
using LabelPlatform.Persistence.Sagas;
using LabelPlatform.ServiceDefaults;
using LabelPlatform.TrainingScheduler.Admission;
using LabelPlatform.TrainingScheduler.Datasets;
using LabelPlatform.TrainingScheduler.Jobs;
using LabelPlatform.TrainingScheduler.Registry;
using LabelPlatform.TrainingScheduler.Runs;
using LabelPlatform.TrainingScheduler.Storage;
using LabelPlatform.TrainingScheduler.Workers;
using MassTransit;

namespace LabelPlatform.TrainingScheduler;

public static class TrainingSchedulerRegistration
{
    private static readonly TimeSpan ModelServerTimeout = TimeSpan.FromSeconds(2);

    public static void AddTrainingScheduler(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddValidatedOptions<TrainingOptions>(TrainingOptions.Section);
        services.AddValidatedOptions<AdmissionOptions>(AdmissionOptions.Section);
        builder.AddPersistence<TrainingDbContext>("training");
        services.AddDueSweeper<TrainingDbContext, TrainingRun>();
        services.AddDueSweeper<TrainingDbContext, TrainingJob>();
        services.AddDueSweeper<TrainingDbContext, TrainingWorker>();
        services.AddDueSweeper<TrainingDbContext, Model>();

        services.AddSingleton<TrainingFolders>();
        services.AddScoped<DatasetStore>();
        services.AddScoped<LabelTree>();
        services.AddScoped<JobEstimates>();
        services.AddScoped<RunPlanner>();
        services.AddScoped<RunReader>();
        services.AddScoped<QueueReader>();
        services.AddScoped(typeof(CompleteRun<>));

        services.AddSingleton<ListeningTime>();
        services.AddHostedService(provider => provider.GetRequiredService<ListeningTime>());
        services.AddScoped<ClaimNextJob>();
        services.AddScoped<JudgeSample>();
        services.AddScoped<CheckSilence>();

        services.AddHttpClient<ModelServersClient>(http => http.Timeout = ModelServerTimeout);
        services.AddSingleton<ModelArtifacts>();
        services.AddSingleton<ModelsConfigFile>();
        services.AddScoped<ModelRegistry>();
        services.AddScoped<ModelReader>();
        services.AddScoped<ModelPromoter>();
        services.AddScoped<ModelPublisher>();
        services.AddHostedService<ModelsConfigStarter>();
        services.AddHostedService<Housekeeping>();
        services.AddHostedService<TrainingFigures>();
    }

    public static void AddTrainingSchedulerConsumers(this IBusRegistrationConfigurator bus)
    {
        bus.AddSagaStateMachine<TrainingRunStateMachine, TrainingRun, TrainingRunDefinition>().EntityFrameworkRepository<TrainingRun, TrainingDbContext>();
        bus.AddSagaStateMachine<TrainingJobStateMachine, TrainingJob, TrainingJobDefinition>().EntityFrameworkRepository<TrainingJob, TrainingDbContext>();
        bus.AddSagaStateMachine<TrainingWorkerStateMachine, TrainingWorker, TrainingWorkerDefinition>()
            .EntityFrameworkRepository<TrainingWorker, TrainingDbContext>();
        bus.AddConsumer<RecordDecisionConsumer, WorkDefinition<RecordDecisionConsumer>>();

        bus.AddConsumer<RegisterDatasetConsumer, RegisterDatasetConsumerDefinition>();
        bus.AddConsumer<GetDatasetConsumer, AnswerDefinition<GetDatasetConsumer>>();
        bus.AddConsumer<GetDatasetsConsumer, AnswerDefinition<GetDatasetsConsumer>>();

        bus.AddConsumer<RequestTrainingConsumer, AnswerDefinition<RequestTrainingConsumer>>();
        bus.AddConsumer<CancelTrainingConsumer, ChangeDefinition<CancelTrainingConsumer>>();
        bus.AddConsumer<GetTrainingRunConsumer, AnswerDefinition<GetTrainingRunConsumer>>();
        bus.AddConsumer<GetTrainingRunsConsumer, AnswerDefinition<GetTrainingRunsConsumer>>();
        bus.AddConsumer<GetTrainingQueueConsumer, AnswerDefinition<GetTrainingQueueConsumer>>();
        bus.AddConsumer<GetTrainingWorkersConsumer, AnswerDefinition<GetTrainingWorkersConsumer>>();
        bus.AddConsumer<GetTrainingJobLogConsumer, AnswerDefinition<GetTrainingJobLogConsumer>>();

        bus.AddConsumer<RegisterModelVersionConsumer, WorkDefinition<RegisterModelVersionConsumer>>();
        bus.AddConsumer<AskModelServersConsumer, AskModelServersConsumerDefinition>();
        bus.AddConsumer<AdvancePublicationConsumer, WorkDefinition<AdvancePublicationConsumer>>();
        bus.AddConsumer<PromoteModelConsumer, ChangeDefinition<PromoteModelConsumer>>();
        bus.AddConsumer<RollBackModelConsumer, ChangeDefinition<RollBackModelConsumer>>();
        bus.AddConsumer<GetModelsConsumer, AnswerDefinition<GetModelsConsumer>>();
        bus.AddConsumer<GetModelConsumer, AnswerDefinition<GetModelConsumer>>();
        bus.AddConsumer<GetModelVersionConsumer, AnswerDefinition<GetModelVersionConsumer>>();
    }
}

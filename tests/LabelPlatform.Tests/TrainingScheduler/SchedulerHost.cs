using LabelPlatform.Contracts.Datasets;
using LabelPlatform.Contracts.LabelGraph;
using LabelPlatform.Contracts.Models;
using LabelPlatform.Contracts.Training;
using LabelPlatform.ServiceDefaults.Messaging;
using LabelPlatform.Testing;
using LabelPlatform.TrainingScheduler;
using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Shouldly;

namespace LabelPlatform.Tests.TrainingScheduler;

/// <summary>TrainingScheduler with the in-memory bus and SQLite, and what it talks to: a label graph, and workers that the test plays.</summary>
internal sealed class SchedulerHost : IAsyncDisposable
{
    private static readonly RequestTimeout Patience = RequestTimeout.After(s: 60);
    private readonly string _folder = Directory.CreateTempSubdirectory("labelplatform-scheduler-").FullName;
    private readonly IHost _host;

    private SchedulerHost(Dictionary<string, string?> settings, Action<IBusRegistrationConfigurator>? configure)
    {
        // Without defaults: the appsettings.json beside the tests is another service's.
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = Environments.Production });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Messaging:Transport"] = "InMemory",
            ["Messaging:MessageDataPath"] = Path.Combine(_folder, "message-data"),
            ["Persistence:Provider"] = "Sqlite",
            ["Persistence:Path"] = _folder,
            ["Persistence:SweepSeconds"] = "0.05",
            ["Training:DatasetsPath"] = Path.Combine(_folder, "datasets"),
            ["Training:ModelsPath"] = Path.Combine(_folder, "models"),
        });
        builder.Configuration.AddInMemoryCollection(settings);
        builder.AddTrainingScheduler();
        builder.AddMessaging(bus =>
        {
            bus.AddTrainingSchedulerConsumers();
            bus.AddConsumer<FakeLabelGraph>();
            bus.AddReceived<TrainingJobChanged>("job-changed-received");
            bus.AddReceived<TrainingRunCompleted>("run-completed-received");
            bus.AddReceived<AdmissionDecision>("decision-received");
            bus.AddReceived<ModelVersionPublished>("published-received");
            bus.AddReceived<ModelVersionRetired>("retired-received");
            configure?.Invoke(bus);
        });
        builder.Services.AddSingleton<Handled>();
        builder.Services.AddReceiveObserver<Handled>(services => services.GetRequiredService<Handled>());
        builder.Services.Configure<MassTransitHostOptions>(options => options.WaitUntilStarted = true);
        _host = builder.Build();
    }

    public string Models => Path.Combine(_folder, "models");

    public string ModelsConfig => File.ReadAllText(Path.Combine(Models, "models.config"));

    public IBus Bus => _host.Services.GetRequiredService<IBus>();

    public static async Task<SchedulerHost> StartAsync(
        Dictionary<string, string?>? settings = null, Action<IBusRegistrationConfigurator>? configure = null, Action<SchedulerHost>? prepare = null)
    {
        var host = new SchedulerHost(settings ?? [], configure);
        prepare?.Invoke(host);
        await host._host.StartAsync();
        return host;
    }

    /// <summary>The messages of a type that it published.</summary>
    public Received<T> Received<T>()
        where T : class => _host.Services.GetRequiredService<Received<T>>();

    /// <summary>Waits until so many more samples have been dealt with.</summary>
    public Task SamplesJudgedAsync(int count) => _host.Services.GetRequiredService<Handled>().CountAsync("training-worker", count);

    /// <summary>Asks, and expects a reply of one type.</summary>
    public async Task<TReply> AskAsync<TReply>(object request)
        where TReply : class
    {
        var handle = typeof(SchedulerHost).GetMethod(nameof(AskOneAsync), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance)!
            .MakeGenericMethod(request.GetType(), typeof(TReply));
        return await (Task<TReply>)handle.Invoke(this, [request])!;
    }

    /// <summary>Registers rows as a CSV dataset.</summary>
    public async Task<DatasetDetails> RegisterAsync(string csv, string? name = null) =>
        (await AskAsync<DatasetRegistered>(new RegisterDataset(await StoreAsync(csv), DatasetFileFormat.Csv, name))).Dataset;

    public async Task<Uri> StoreAsync(string content) =>
        await _host.Services.GetRequiredService<IMessageDataRepository>().StoreAsync(System.Text.Encoding.UTF8.GetBytes(content), CancellationToken.None);

    /// <summary>A run of labels of a small dataset.</summary>
    public async Task<TrainingRunDetails> BeginRunAsync(
        string[] labels, int priority = 0, PromotionRule promotion = PromotionRule.WhenNotWorse, string profile = "builtin")
    {
        await RegisterAsync("text,label\n" + string.Concat(labels.Select((label, i) => $"第{i}句话,{label}\n")), "small");
        return (await AskAsync<TrainingRunFound>(new RequestTraining(
            Guid.NewGuid(), "small", [.. labels.Select(label => new LabelToTrain(label))], new TrainingParameters(), profile, priority, promotion, "test"))).Run;
    }

    public async Task<TrainingRunDetails> RunAsync(Guid runId) => (await AskAsync<TrainingRunFound>(new GetTrainingRun(runId))).Run;

    public async Task<ModelDetails> ModelAsync(string model) => (await AskAsync<ModelFound>(new GetModel(model))).Model;

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        await ((IAsyncDisposable)_host).DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<TReply> AskOneAsync<TRequest, TReply>(TRequest request)
        where TRequest : class
        where TReply : class
    {
        try
        {
            return (await Bus.CreateRequestClient<TRequest>(Patience).GetResponse<TReply>(request)).Message;
        }
        catch (RequestFaultException fault)
        {
            throw new ShouldAssertException($"{typeof(TRequest).Name}: {fault.Fault?.Exceptions[0].Message}\n{fault.Fault?.Exceptions[0].StackTrace}", fault);
        }
    }

    /// <summary>The label graph: LOL is below 游戏.</summary>
    private sealed class FakeLabelGraph : IConsumer<GetLabelGraph>
    {
        public Task Consume(ConsumeContext<GetLabelGraph> context) => context.RespondAsync(new LabelGraphFound(
            1, [new LabelNode("游戏", [], ["LOL"], 1), new LabelNode("LOL", ["游戏"], [], 1)], 2));
    }
}

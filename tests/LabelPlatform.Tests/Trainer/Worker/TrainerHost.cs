using System.Globalization;
using LabelPlatform.Contracts.Datasets;
using LabelPlatform.Contracts.Training;
using LabelPlatform.Testing;
using LabelPlatform.Trainer;
using LabelPlatform.Trainer.Worker;
using MassTransit;
using MassTransit.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Shouldly;

namespace LabelPlatform.Tests.Trainer.Worker;

/// <summary>A worker on the test harness's bus. Its profile <c>script</c> runs a shell script that the test writes, in place of an operator's trainer.</summary>
internal sealed class TrainerHost : IAsyncDisposable
{
    public const string Script = "script";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("labelplatform-worker-");
    private readonly IHost _host;
    private long _grant;

    private TrainerHost(IEnumerable<(string Key, string Value)> settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        (string Key, string Value)[] defaults =
        [
            ("Name", "tests"),
            ("SampleSeconds", "0.1"),
            ("WindowSeconds", "0.2"),
            ($"Profiles:{Script}:Command:0", "/bin/sh"),
            ($"Profiles:{Script}:Command:1", ScriptPath),
            ($"Profiles:{Script}:Command:2", "{output}"),
            ($"Profiles:{Script}:Command:3", "{job}"),
            ($"Profiles:{Script}:Cores", "0.5"),
            ($"Profiles:{Script}:MemoryBytes", "1000000"),
        ];
        builder.Configuration.AddInMemoryCollection(defaults.Concat(settings).Select(setting => KeyValuePair.Create($"Trainer:{setting.Key}", (string?)setting.Value)));
        builder.Services.AddLogging();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.AddTrainer();
        builder.Services.AddMassTransitTestHarness(bus =>
        {
            bus.SetTestTimeouts(Patience, Patience);
            bus.SetKebabCaseEndpointNameFormatter();
            bus.AddTrainerConsumers();
        });
        _host = builder.Build();
        var dataset = "text,label\n" + string.Concat(TopicSentences.All().Select(sentence => $"{sentence.Text},{sentence.Topic}\n"));
        File.WriteAllText(PathOf("dataset.csv"), dataset);
    }

    public ITestHarness Harness => _host.Services.GetTestHarness();

    public WorkerIdentity Identity => _host.Services.GetRequiredService<WorkerIdentity>();

    public TrainingWorker Worker => _host.Services.GetRequiredService<TrainingWorker>();

    private string ScriptPath => PathOf("trainer.sh");

    public static async Task<TrainerHost> StartAsync(params IEnumerable<(string Key, string Value)> settings)
    {
        var host = new TrainerHost(settings);
        await host._host.StartAsync();
        return host;
    }

    /// <summary>A path in a folder of the test's own.</summary>
    public string PathOf(string name) => Path.Combine(_folder.FullName, name);

    /// <summary>Writes the operator's trainer: a shell script whose <c>$1</c> is the output and <c>$2</c> the job.</summary>
    public void WriteScript(string script) => File.WriteAllText(ScriptPath, script);

    /// <summary>An order for the model of 游戏, as the scheduler would give it.</summary>
    public StartTraining Order(string profile = Script, Guid? jobId = null, long token = 1, string? liveVersion = null)
    {
        var id = jobId ?? Guid.NewGuid();
        var order = new TrainingOrder(
            "游戏",
            "game",
            7,
            PathOf("dataset.csv"),
            "sha256:00",
            DatasetFileFormat.Csv,
            PathOf("features.bin"),
            new Dictionary<string, IReadOnlyList<string>>(),
            new TrainingParameters(),
            profile,
            PathOf(string.Create(CultureInfo.InvariantCulture, $"{id:n}.{token}")),
            liveVersion);
        return new StartTraining(Identity.Id, Identity.BootId, ++_grant, id, token, order);
    }

    /// <summary>A grant of these jobs, numbered after all before.</summary>
    public TrainingWorkerGranted Granted(params GrantedTraining[] jobs) => new(Identity.Id, Identity.BootId, ++_grant, jobs);

    /// <summary>Sends a message where the scheduler sends it.</summary>
    public async Task SendAsync<T>(T message)
        where T : class =>
        await (await Harness.Bus.GetSendEndpoint(TrainerId.AddressOf(Identity.Id))).Send(message);

    public async Task<StartTraining> StartJobAsync(string script)
    {
        WriteScript(script);
        var order = Order();
        await SendAsync(order);
        return order;
    }

    /// <summary>What has been published until now.</summary>
    public IReadOnlyList<T> Published<T>()
        where T : class =>
        [.. Harness.Published.Select<T>(new CancellationToken(canceled: true)).Select(published => published.Context.Message)];

    /// <summary>Waits for a message that was published.</summary>
    public async Task<T> PublishedAsync<T>(Func<T, bool> filter)
        where T : class
    {
        (await Harness.Published.Any<T>(published => filter(published.Context.Message))).ShouldBeTrue($"no {typeof(T).Name} came");
        return Harness.Published.Select<T>(published => filter(published.Context.Message)).First().Context.Message;
    }

    public Task<TrainingFailed> FailedAsync(StartTraining order) => PublishedAsync<TrainingFailed>(failed => failed.JobId == order.JobId);

    /// <summary>Waits until the script has written a file, and reads the process ids in it.</summary>
    public async Task<int[]> ProcessesAsync(string name)
    {
        using var limit = new CancellationTokenSource(Patience);
        using var watcher = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!File.Exists(PathOf(name)))
            await watcher.WaitForNextTickAsync(limit.Token);
        return [.. (await File.ReadAllLinesAsync(PathOf(name), limit.Token)).Select(line => int.Parse(line, CultureInfo.InvariantCulture))];
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
        _folder.Delete(recursive: true);
    }
}

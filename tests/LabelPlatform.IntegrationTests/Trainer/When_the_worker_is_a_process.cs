using System.Globalization;
using LabelPlatform.Contracts.Datasets;
using LabelPlatform.Contracts.Training;
using LabelPlatform.IntegrationTests.Infrastructure;
using LabelPlatform.IntegrationTests.Platform;
using LabelPlatform.Trainer;
using Shouldly;
using Xunit;

namespace LabelPlatform.IntegrationTests.Trainer;

/// <summary>The training worker over RabbitMQ, spoken to as the scheduler speaks to it.</summary>
public sealed class When_the_worker_is_a_process(TestEnvironment environment) : IAsyncLifetime
{
    private const string Name = "integration";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly Guid WorkerId = TrainerId.Of(Name);

    private readonly TemporaryFolder _folder = new();
    private readonly Guid _job = Guid.NewGuid();
    private SchedulerBus _bus = null!;
    private ServiceProcess _worker = null!;

    private string Script => Path.Combine(_folder.Path, "trainer.sh");

    private string Pids => Path.Combine(_folder.Path, "pids");

    public async ValueTask InitializeAsync()
    {
        var rabbitMq = await environment.RabbitMqAsync();
        _bus = await SchedulerBus.StartAsync(rabbitMq);
        _worker = new ServiceProcess("Trainer", new Dictionary<string, string?>(rabbitMq.ToSettings())
        {
            ["Trainer__Name"] = Name,
            ["Trainer__SampleSeconds"] = "0.2",
            ["Trainer__WindowSeconds"] = "0.4",
            ["Trainer__Profiles__script__Command__0"] = "/bin/sh",
            ["Trainer__Profiles__script__Command__1"] = Script,
        });
        _worker.Start();
        await _worker.UntilReadyAsync(Patience);
    }

    [Fact]
    public async Task Should_do_as_it_is_told_in_order()
    {
        var sample = await _bus.FirstAsync<TrainingWorkerSampled>(sampled => sampled.WorkerId == WorkerId, Patience);
        await File.WriteAllTextAsync(Script, "exit 3");

        await _bus.SendAsync(WorkerId, Order(sample.BootId, grant: 1));

        var failed = await _bus.FirstAsync<TrainingFailed>(message => message.JobId == _job, Patience);
        failed.Reason.ShouldContain("exit code 3");
        (await _bus.FirstAsync<TrainingStarted>(started => started.JobId == _job, Patience)).Token.ShouldBe(1);
        var unknown = new GrantedTraining(Guid.NewGuid(), 9);
        await _bus.SendAsync(WorkerId, new TrainingWorkerGranted(WorkerId, sample.BootId, 2, [unknown]));
        (await _bus.FirstAsync<TrainingLost>(lost => lost.JobId == unknown.JobId, Patience)).Token.ShouldBe(9);
        await _bus.FirstAsync<TrainingWorkerSampled>(sampled => sampled.Grant == 2, Patience);
    }

    [Fact]
    public async Task Should_leave_no_process_behind_when_it_is_killed()
    {
        var sample = await _bus.FirstAsync<TrainingWorkerSampled>(sampled => sampled.WorkerId == WorkerId, Patience);
        await File.WriteAllTextAsync(
            Script,
            $"sleep 1000 & echo $! > {Pids}.new; setsid sh -c 'sleep 1000 & echo $! >> {Pids}.new; echo $$ >> {Pids}.new; mv {Pids}.new {Pids}; wait' & wait");
        await _bus.SendAsync(WorkerId, Order(sample.BootId, grant: 1));
        await Eventually.HoldsAsync("the trainer's tree runs", Patience, () => File.Exists(Pids));
        int[] processes = [.. (await File.ReadAllLinesAsync(Pids)).Select(line => int.Parse(line, CultureInfo.InvariantCulture))];
        processes.Length.ShouldBe(3);
        processes.ShouldAllBe(id => Runs(id));

        // The worker alone: its children are to notice by themselves.
        _worker.KillAlone();

        await Eventually.HoldsAsync("all of the tree has ended", TimeSpan.FromSeconds(10), () => !processes.Any(Runs));
    }

    public async ValueTask DisposeAsync()
    {
        await _worker.DisposeAsync();
        await _bus.DisposeAsync();
        _folder.Dispose();
    }

    private StartTraining Order(Guid bootId, long grant) => new(WorkerId, bootId, grant, _job, 1, new TrainingOrder(
        "游戏",
        "game",
        7,
        Path.Combine(_folder.Path, "dataset.csv"),
        "sha256:00",
        DatasetFileFormat.Csv,
        Path.Combine(_folder.Path, "features.bin"),
        new Dictionary<string, IReadOnlyList<string>>(),
        new TrainingParameters(),
        "script",
        Path.Combine(_folder.Path, "attempt"),
        null));

    private static bool Runs(int id)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/stat") is var stat && stat[(stat.LastIndexOf(')') + 2)..][0] is not ('Z' or 'X');
        }
        catch (IOException)
        {
            return false;
        }
    }
}

using System.Text.Json.Nodes;
using LabelPlatform.Contracts.Training;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Trainer.Worker;

/// <summary>The builtin trainer, as the process that it is.</summary>
public class When_a_job_is_ordered
{
    [Fact]
    public async Task Should_train_evaluate_and_tell()
    {
        await using var host = await TrainerHost.StartAsync();
        var order = host.Order("builtin");

        await host.SendAsync(order);

        var succeeded = await host.PublishedAsync<TrainingSucceeded>(message => message.JobId == order.JobId);
        succeeded.Token.ShouldBe(order.Token);
        succeeded.Metrics.F1.ShouldBe(1);
        succeeded.LiveMetrics.ShouldBeNull();
        succeeded.Usage.Seconds.ShouldBeGreaterThan(0);
        succeeded.Usage.MemoryBytes.ShouldBeGreaterThan(10 << 20);
        succeeded.Usage.Cores.ShouldBeGreaterThan(0);
        succeeded.Output.ShouldContain("\"evaluated\"");
        (await host.PublishedAsync<TrainingStarted>(started => started.JobId == order.JobId)).Token.ShouldBe(order.Token);
        (await host.PublishedAsync<TrainingProgressed>(progressed => progressed.JobId == order.JobId)).Stage.ShouldNotBeEmpty();
        File.Exists(Path.Combine(order.Order.Folder, "7", "saved_model.pb")).ShouldBeTrue();
        (await File.ReadAllTextAsync(Path.Combine(order.Order.Folder, "log.txt"))).ShouldContain("\"completed\"");
        var job = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(order.Order.Folder, "job.json")))!;
        job["output"]!.GetValue<string>().ShouldBe(Path.Combine(order.Order.Folder, "7"));
        job["c"]!.GetValue<double>().ShouldBe(0.5);
        job["network"]!.GetValue<string>().ShouldBe("linear");
    }

    [Fact]
    public async Task Should_say_why_it_cannot_be_done()
    {
        await using var host = await TrainerHost.StartAsync();
        var order = host.Order("builtin");
        order = order with { Order = order.Order with { Label = "音乐" } };

        await host.SendAsync(order);

        var failed = await host.FailedAsync(order);
        failed.IsFinal.ShouldBeTrue();
        failed.Reason.ShouldContain("0 are positive for '音乐'");
    }

    [Fact]
    public async Task Should_refuse_a_profile_that_is_not_in_the_settings()
    {
        await using var host = await TrainerHost.StartAsync();
        var order = host.Order("/bin/sh");

        await host.SendAsync(order);

        var failed = await host.FailedAsync(order);
        failed.IsFinal.ShouldBeTrue();
        failed.Reason.ShouldContain("no profile '/bin/sh', only 'builtin', 'script'");
    }

    [Fact]
    public async Task Should_say_that_its_folder_cannot_be_written()
    {
        await using var host = await TrainerHost.StartAsync();
        var order = host.Order();
        await File.WriteAllTextAsync(order.Order.Folder, "a file in its place");

        await host.SendAsync(order);

        var failed = await host.FailedAsync(order);
        failed.IsFinal.ShouldBeFalse();
        failed.Reason.ShouldContain(order.Order.Folder);
    }

    [Fact]
    public async Task Should_sample_what_it_does()
    {
        await using var host = await TrainerHost.StartAsync();
        var first = await host.PublishedAsync<TrainingWorkerSampled>(_ => true);
        var order = await host.StartJobAsync("while :; do :; done");

        var sample = await host.PublishedAsync<TrainingWorkerSampled>(sampled => sampled.Jobs.Any(job => job.Usage.Cores > 0.1) && sampled.Window.OwnCpuPercent > 0);

        sample.Sequence.ShouldBeGreaterThan(first.Sequence);
        sample.WorkerId.ShouldBe(host.Identity.Id);
        sample.Name.ShouldBe("tests");
        sample.BootId.ShouldBe(host.Identity.BootId);
        sample.Grant.ShouldBe(order.Grant);
        sample.Jobs.ShouldHaveSingleItem().JobId.ShouldBe(order.JobId);
        sample.Jobs[0].Usage.MemoryBytes.ShouldBeGreaterThan(0);
        sample.Window.OwnMemoryPercent.ShouldBeGreaterThan(0);
        sample.Window.CpuPercent.ShouldBeGreaterThan(0);
        sample.Window.Seconds.ShouldBeGreaterThan(0.1);
        sample.QuietSeconds.ShouldBeGreaterThan(0);
        sample.Profiles.Select(profile => profile.Name).ShouldBe(["builtin", "script"]);
        sample.Profiles[1].ShouldBe(new TrainingProfileOffer("script", 0.5, 1_000_000));
    }

    [Fact]
    public async Task Should_count_the_trainers_alone_when_it_has_limits()
    {
        await using var host = await TrainerHost.StartAsync(("MemoryLimitBytes", "2000000000"), ("Cores", "0.5"));

        var sample = await host.PublishedAsync<TrainingWorkerSampled>(_ => true);

        sample.Cores.ShouldBe(0.5);
        sample.MemoryBytes.ShouldBe(2_000_000_000);
        sample.Window.ShouldBe(new ResourceWindow(sample.Window.Seconds, 0, 0, 0, 0));
    }
}

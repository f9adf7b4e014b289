using LabelPlatform.Contracts.Training;
using MassTransit.Testing;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Trainer.Worker;

public class When_jobs_are_granted
{
    [Fact]
    public async Task Should_stop_what_is_not_listed()
    {
        await using var host = await TrainerHost.StartAsync();
        await host.StartJobAsync($"echo $$ > {host.PathOf("new")}; mv {host.PathOf("new")} {host.PathOf("pids")}; exec sleep 1000");
        var processes = await host.ProcessesAsync("pids");

        await host.SendAsync(host.Granted());

        await RunningProcess.EndedAsync(processes);
        host.Worker.Current.Running.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_go_on_with_what_is_listed()
    {
        await using var host = await TrainerHost.StartAsync();
        var order = await host.StartJobAsync("exec sleep 1000");

        await host.SendAsync(host.Granted(new GrantedTraining(order.JobId, order.Token), Unknown()));

        await host.PublishedAsync<TrainingLost>(_ => true);
        host.Worker.Current.Running.ShouldHaveSingleItem().JobId.ShouldBe(order.JobId);
    }

    [Fact]
    public async Task Should_go_on_with_what_was_ordered_later()
    {
        await using var host = await TrainerHost.StartAsync();
        var earlier = host.Granted(Unknown());
        host.WriteScript("exec sleep 1000");
        await host.SendAsync(host.Order());

        // It comes after the order, but was made before it.
        await host.SendAsync(earlier);
        await host.SendAsync(host.Order());

        await host.PublishedAsync<TrainingWorkerSampled>(sample => sample.Jobs.Count == 2);
        host.Published<TrainingLost>().ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_say_again_how_one_ended_until_it_is_listed_no_more()
    {
        await using var host = await TrainerHost.StartAsync();
        var order = await host.StartJobAsync("exit 3");
        var granted = new GrantedTraining(order.JobId, order.Token);
        await host.FailedAsync(order);

        await host.SendAsync(host.Granted(granted));
        var second = await AsyncElementListExtensions.Take(host.Harness.Published.SelectAsync<TrainingFailed>(), 2).Count();
        await host.SendAsync(host.Granted());
        await host.SendAsync(host.Granted(granted));

        second.ShouldBe(2);
        (await host.PublishedAsync<TrainingLost>(_ => true)).JobId.ShouldBe(order.JobId);
        host.Published<TrainingFailed>().Count.ShouldBe(2);
    }

    [Fact]
    public async Task Should_say_that_it_does_not_have_one_and_not_take_its_order_any_more()
    {
        await using var host = await TrainerHost.StartAsync();
        host.WriteScript("exec sleep 1000");
        var late = host.Order();

        await host.SendAsync(host.Granted(new GrantedTraining(late.JobId, late.Token)));
        var lost = await host.PublishedAsync<TrainingLost>(_ => true);
        await host.SendAsync(late);
        await host.SendAsync(host.Order());

        lost.JobId.ShouldBe(late.JobId);
        lost.Token.ShouldBe(late.Token);
        await host.PublishedAsync<TrainingWorkerSampled>(sample => sample.Jobs.Count > 0);
        host.Worker.Current.Running.ShouldHaveSingleItem().JobId.ShouldNotBe(late.JobId);
    }

    [Fact]
    public async Task Should_not_listen_to_what_is_meant_for_an_earlier_boot()
    {
        await using var host = await TrainerHost.StartAsync();
        host.WriteScript("exec sleep 1000");
        await host.SendAsync(host.Order() with { BootId = Guid.NewGuid() });
        var order = host.Order();
        await host.SendAsync(order);

        await host.SendAsync(host.Granted() with { BootId = Guid.NewGuid() });
        await host.SendAsync(host.Granted(new GrantedTraining(order.JobId, order.Token), Unknown()));

        await host.PublishedAsync<TrainingLost>(_ => true);
        host.Worker.Current.Running.ShouldHaveSingleItem().JobId.ShouldBe(order.JobId);
    }

    private static GrantedTraining Unknown() => new(Guid.NewGuid(), 1);
}

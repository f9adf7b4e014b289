using LabelPlatform.Contracts.Training;
using LabelPlatform.Trainer.Consumers;
using MassTransit;
using MassTransit.Testing;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Trainer.Worker;

public class When_a_job_is_stopped
{
    [Fact]
    public async Task Should_end_all_of_its_processes_and_say_nothing()
    {
        await using var host = await TrainerHost.StartAsync();
        var order = await host.StartJobAsync(Tree(host));
        var processes = await host.ProcessesAsync("pids");
        processes.ShouldAllBe(id => RunningProcess.Runs(id));

        await host.SendAsync(new StopTraining(host.Identity.Id, order.JobId, order.Token, "cancelled"));

        await RunningProcess.EndedAsync(processes);
        await host.Worker.CloseAsync();
        host.Published<TrainingFailed>().ShouldBeEmpty();
        host.Published<TrainingSucceeded>().ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_not_start_when_its_order_comes_afterwards()
    {
        await using var host = await TrainerHost.StartAsync();
        var order = host.Order();
        await host.SendAsync(new StopTraining(host.Identity.Id, order.JobId, order.Token, "cancelled"));

        await host.SendAsync(order);

        await ConsumedAsync<StartTraining, StartTrainingConsumer>(host);
        host.Worker.Current.Running.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_leave_one_of_a_higher_token_alone()
    {
        await using var host = await TrainerHost.StartAsync();
        host.WriteScript("exec sleep 1000");
        var order = host.Order(token: 5);
        await host.SendAsync(order);

        await host.SendAsync(new StopTraining(host.Identity.Id, order.JobId, 4, "evicted"));

        await ConsumedAsync<StopTraining, StopTrainingConsumer>(host);
        host.Worker.Current.Running.ShouldHaveSingleItem().Token.ShouldBe(5);
    }

    [Fact]
    public async Task Should_start_again_by_a_higher_token()
    {
        await using var host = await TrainerHost.StartAsync();
        host.WriteScript("exit 3");
        var first = host.Order();
        await host.SendAsync(first);
        await host.FailedAsync(first);

        await host.SendAsync(host.Order(jobId: first.JobId, token: 2));

        (await host.PublishedAsync<TrainingFailed>(failed => failed.Token == 2)).JobId.ShouldBe(first.JobId);
    }

    [Fact]
    public async Task Should_start_once_however_often_the_order_comes()
    {
        await using var host = await TrainerHost.StartAsync();
        var order = await host.StartJobAsync("exit 3");
        await host.FailedAsync(order);

        await host.SendAsync(order);

        await ConsumedAsync<StartTraining, StartTrainingConsumer>(host, times: 2);
        host.Worker.Current.Running.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_end_with_the_worker()
    {
        int[] processes;
        await using (var host = await TrainerHost.StartAsync())
        {
            await host.StartJobAsync(Tree(host));
            processes = await host.ProcessesAsync("pids");
        }

        await RunningProcess.EndedAsync(processes);
    }

    // A shell, its child, its grandchild in another session. The file appears whole.
    internal static string Tree(TrainerHost host) =>
        $"""
         sleep 1000 & echo $! > {host.PathOf("new")}
         setsid sh -c 'sleep 1000 & echo $! >> {host.PathOf("new")}; echo $$ >> {host.PathOf("new")}; mv {host.PathOf("new")} {host.PathOf("pids")}; wait' &
         wait
         """;

    private static async Task ConsumedAsync<T, TConsumer>(TrainerHost host, int times = 1)
        where T : class
        where TConsumer : class, IConsumer
    {
        var consumer = host.Harness.GetConsumerHarness<TConsumer>();
        await foreach (var _ in AsyncElementListExtensions.Take(consumer.Consumed.SelectAsync<T>(), times))
        {
            // Each has been handled.
        }
    }
}

using LabelPlatform.Contracts.Training;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Trainer.Worker;

public class When_the_trainer_is_the_operators
{
    [Fact]
    public async Task Should_judge_the_version_that_it_leaves()
    {
        using var trained = new TrainerJob();
        trained.Run().ExitCode.ShouldBe(0);
        await using var host = await TrainerHost.StartAsync();

        var order = await host.StartJobAsync(
            $$"""
              echo '{"event":"progressed","stage":"training","fraction":0.5,"epoch":1,"loss":0.7,"validationLoss":0.6}'
              echo '{"event":"progressed","stage":"training","fraction":0.9,"epoch":2,"loss":0.5}'
              test "$2" = "$LABELPLATFORM_JOB" && grep -q '"model": "game"' "$2" && cp -r '{{trained.Output}}' "$LABELPLATFORM_OUTPUT"
              """);

        (await host.PublishedAsync<TrainingSucceeded>(message => message.JobId == order.JobId)).Metrics.F1.ShouldBe(1);
        (await host.PublishedAsync<TrainingProgressed>(message => message.Point is { Epoch: 1 })).Point.ShouldBe(new TrainingCurvePoint(1, 0.7, 0.6));
        (await host.PublishedAsync<TrainingProgressed>(message => message.Point is { Epoch: 2 })).Point.ShouldBe(new TrainingCurvePoint(2, 0.5, null));
    }

    [Fact]
    public async Task Should_say_what_is_wrong_with_the_version_that_it_leaves()
    {
        await using var host = await TrainerHost.StartAsync();

        var failed = await host.FailedAsync(await host.StartJobAsync("""mkdir "$1" """));

        failed.IsFinal.ShouldBeTrue();
        failed.Reason.ShouldContain("model.json is missing");
    }

    [Fact]
    public async Task Should_say_that_it_left_nothing()
    {
        await using var host = await TrainerHost.StartAsync();

        var failed = await host.FailedAsync(await host.StartJobAsync("echo nothing to do"));

        failed.IsFinal.ShouldBeTrue();
        failed.Reason.ShouldStartWith("The profile 'script' ended with 0 but left no folder");
        failed.Output.ShouldBe("nothing to do");
    }

    [Fact]
    public async Task Should_pass_its_reason_on()
    {
        await using var host = await TrainerHost.StartAsync();

        var failed = await host.FailedAsync(await host.StartJobAsync("""echo '{"event":"failed","reason":"The GPU is taken; free it."}'; exit 3"""));

        failed.IsFinal.ShouldBeTrue();
        failed.Reason.ShouldBe("The GPU is taken; free it.");
    }

    [Fact]
    public async Task Should_take_an_exit_code_without_a_reason_for_worth_another_attempt()
    {
        await using var host = await TrainerHost.StartAsync();

        var failed = await host.FailedAsync(await host.StartJobAsync("echo Traceback >&2; exit 3"));

        failed.IsFinal.ShouldBeFalse();
        failed.Reason.ShouldBe("The training ended with exit code 3 and no reason; the log of the job has its last lines.");
        failed.Output.ShouldContain("Traceback");
    }

    [Fact]
    public async Task Should_name_the_signal_that_ended_it()
    {
        await using var host = await TrainerHost.StartAsync();

        var failed = await host.FailedAsync(await host.StartJobAsync("kill -SEGV $$"));

        failed.IsFinal.ShouldBeFalse();
        failed.Reason.ShouldContain("signal 11");
    }

    [Fact]
    public async Task Should_say_that_its_supervisor_was_killed()
    {
        await using var host = await TrainerHost.StartAsync();

        var failed = await host.FailedAsync(await host.StartJobAsync("kill -KILL $PPID; exec sleep 1000"));

        failed.IsFinal.ShouldBeFalse();
        failed.Reason.ShouldContain("signal 9");
    }

    [Fact]
    public async Task Should_end_it_when_it_takes_too_long()
    {
        await using var host = await TrainerHost.StartAsync(("Profiles:script:TimeoutMinutes", "0.02"));

        var order = await host.StartJobAsync($"echo $$ > {host.PathOf("pids")}; exec sleep 1000");

        var failed = await host.FailedAsync(order);
        failed.IsFinal.ShouldBeTrue();
        failed.Reason.ShouldContain("longer than 0.02 minutes");
        failed.Reason.ShouldContain("Raise TimeoutMinutes");
    }

    [Fact]
    public async Task Should_say_that_there_is_no_such_program()
    {
        await using var host = await TrainerHost.StartAsync(("Profiles:keras:Command:0", "/nowhere/python3"));
        var order = host.Order("keras");

        await host.SendAsync(order);

        var failed = await host.FailedAsync(order);
        failed.IsFinal.ShouldBeTrue();
        failed.Reason.ShouldContain("'/nowhere/python3' cannot be started");
    }

    [Fact]
    public async Task Should_end_what_it_leaves_running()
    {
        await using var host = await TrainerHost.StartAsync();

        var order = await host.StartJobAsync($"sleep 1000 & echo $! > {host.PathOf("pids")}; setsid sleep 1000 & echo $! >> {host.PathOf("pids")}; exit 3");

        await host.FailedAsync(order);
        await RunningProcess.EndedAsync(await host.ProcessesAsync("pids"));
    }
}

using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.AllInOne;

public sealed class When_there_is_nothing_to_train
{
    [Fact]
    public Task Should_leave_a_platform_with_models_alone() =>
        ShouldNotTrain(new TrainingSchedulerStub { Models = [TrainingSchedulerStub.Live("lol", "LOL")] });

    [Fact]
    public Task Should_leave_a_platform_that_has_trained_alone() => ShouldNotTrain(new TrainingSchedulerStub { HasRun = true });

    [Fact]
    public Task Should_leave_another_graph_alone() => ShouldNotTrain(new TrainingSchedulerStub(), withGraph: false);

    [Fact]
    public Task Should_do_nothing_when_switched_off() =>
        ShouldNotTrain(new TrainingSchedulerStub(), settings: new KeyValuePair<string, string?>("Sample:TrainModels", "false"));

    private static async Task ShouldNotTrain(
        TrainingSchedulerStub stub, bool withGraph = true, params IEnumerable<KeyValuePair<string, string?>> settings)
    {
        await using var host = await SampleTrainingHost.StartAsync(stub, withGraph, settings);

        await host.Trained;

        stub.Registered.ShouldBeNull();
        stub.Requested.ShouldBeNull();
        host.Log.Of(1707).Concat(host.Log.Of(1708)).ShouldBeEmpty();
    }
}

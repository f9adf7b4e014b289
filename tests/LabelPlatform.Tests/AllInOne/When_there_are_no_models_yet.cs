using LabelPlatform.Contracts.Datasets;
using LabelPlatform.Contracts.Training;
using LabelPlatform.Seed;
using LabelPlatform.ServiceDefaults.Messaging;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.AllInOne;

public sealed class When_there_are_no_models_yet
{
    [Fact]
    public async Task Should_register_the_sample_data()
    {
        var stub = new TrainingSchedulerStub();
        await using var host = await SampleTrainingHost.StartAsync(stub);

        await host.Trained;

        (stub.Registered!.Name, stub.Registered.Format).ShouldBe(("sample", DatasetFileFormat.Csv));
        (await host.MessageData.LoadAsync(stub.Registered.Content, CancellationToken.None)).ShouldBe(await SampleFile.ReadAsync(SampleFile.Sentences, CancellationToken.None));
    }

    [Fact]
    public async Task Should_train_a_model_for_every_label_and_let_it_go_live()
    {
        var stub = new TrainingSchedulerStub();
        await using var host = await SampleTrainingHost.StartAsync(stub);

        await host.Trained;

        var request = stub.Requested!;
        (request.Dataset, request.Promotion, request.RequestedBy).ShouldBe(("d0123456789ab", PromotionRule.Always, "sample"));
        request.Labels.ShouldBe(SampleModels.All);
        host.Log.Of(1703).ShouldHaveSingleItem().ShouldContain("14 labels");
        host.Log.Of(1704).Count.ShouldBe(14);
        host.Log.Of(1704).ShouldContain("1704 Model honor-of-kings (王者农药) is live: F1 0.75, judged by 20 test texts with the label");
        host.Log.Of(1706).ShouldHaveSingleItem().ShouldContain("14 of 14 are live");
    }

    [Fact]
    public async Task Should_say_which_model_could_not_be_trained()
    {
        await using var host = await SampleTrainingHost.StartAsync(new TrainingSchedulerStub { StateOf = model => model == "rap" ? "failed" : "succeeded" });

        await host.Trained;

        host.Log.Of(1705).ShouldBe(["1705 Model rap (Rap) is not live: out of memory"]);
        host.Log.Of(1706).ShouldHaveSingleItem().ShouldContain("13 of 14 are live");
    }

    [Fact]
    public async Task Should_ask_a_slow_scheduler_again()
    {
        var stub = new TrainingSchedulerStub { Unanswered = 2 };
        await using var host = await SampleTrainingHost.StartAsync(stub, settings: new KeyValuePair<string, string?>("Sample:TimeoutSeconds", "1"));

        await host.Trained;

        host.Log.Of(1706).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Should_go_on_without_models_when_the_scheduler_never_answers()
    {
        var stub = new TrainingSchedulerStub { Unanswered = int.MaxValue };
        await using var host = await SampleTrainingHost.StartAsync(stub, settings: new KeyValuePair<string, string?>("Sample:TimeoutSeconds", "1"));

        await host.Trained;

        host.Log.Of(1707).ShouldBe(["1707 The sample's models are not trained: TrainingScheduler does not answer."]);
        stub.Requested.ShouldBeNull();
    }

    [Fact]
    public async Task Should_say_why_the_data_was_refused()
    {
        await using var host = await SampleTrainingHost.StartAsync(new TrainingSchedulerStub { Refusal = "the disk is full" });

        await host.Trained;

        host.Log.Of(1707).ShouldBe(["1707 The sample's models are not trained: The sample data was refused: the disk is full"]);
    }

    [Fact]
    public async Task Should_stop_with_the_platform_while_jobs_run()
    {
        var stub = new TrainingSchedulerStub { StateOf = _ => "running" };
        await using var host = await SampleTrainingHost.StartAsync(stub);
        (await host.Harness.Sent.Any<TrainingRunFound>()).ShouldBeTrue();

        await host.StopAsync();

        await host.Trained;
        host.Log.Of(1706).ShouldBeEmpty();
        host.Log.Of(1708).ShouldBeEmpty();
    }
}

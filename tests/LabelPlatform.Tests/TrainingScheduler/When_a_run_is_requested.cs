using LabelPlatform.Contracts.Training;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.TrainingScheduler;

public sealed class When_a_run_is_requested : IAsyncLifetime
{
    private SchedulerHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await SchedulerHost.StartAsync();
        await _host.RegisterAsync("text,label\n一局游戏,LOL\n一部电影,影视\n一首歌,\n", "rows");
    }

    [Fact]
    public async Task Should_queue_every_label_when_none_is_named()
    {
        var run = await RequestAsync(labels: null);

        run.Jobs.Select(job => (job.Label, job.State, job.Model)).ShouldBe(
            // printf LOL | sha256sum; printf 影视 | sha256sum
            [("LOL", "queued", "m6e0290d62f6d"), ("影视", "queued", "m625b97d43bce")], ignoreOrder: true);
    }

    [Fact]
    public async Task Should_keep_the_name_that_a_model_was_first_given()
    {
        (await RequestAsync([new LabelToTrain("影视", "movie")])).Jobs[0].Model.ShouldBe("movie");
        (await RequestAsync([new LabelToTrain("影视", "film")])).Jobs[0].Model.ShouldBe("movie");
    }

    [Fact]
    public async Task Should_train_a_label_above_those_of_the_rows() =>
        (await RequestAsync([new LabelToTrain("游戏")])).Jobs.ShouldHaveSingleItem().Label.ShouldBe("游戏");

    [Fact]
    public async Task Should_be_the_same_run_when_it_is_asked_for_again()
    {
        var request = new RequestTraining(Guid.NewGuid(), "rows", [new LabelToTrain("LOL")], new TrainingParameters());
        var first = await _host.AskAsync<TrainingRunFound>(request);
        var second = await _host.AskAsync<TrainingRunFound>(request);

        second.Run.Jobs[0].JobId.ShouldBe(first.Run.Jobs[0].JobId);
        (await _host.AskAsync<TrainingRunsFound>(new GetTrainingRuns())).Runs.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("nothing", "LOL", null, "dataset", "There is no dataset 'nothing'; GET /v1/datasets lists those that there are.")]
    [InlineData("rows", "美妆", null, "labels", "The dataset has no row for '美妆', nor for a label below it. Its labels are: LOL、影视.")]
    [InlineData("rows", "LOL", "L O L", "labels", "The model name 'L O L' is not 1 to 64 of the characters a-z, 0-9, _ and -.")]
    public async Task Should_refuse_what_cannot_be(string dataset, string label, string? model, string field, string reason)
    {
        var rejected = await _host.AskAsync<TrainingRejected>(
            new RequestTraining(Guid.NewGuid(), dataset, [new LabelToTrain(label, model)], new TrainingParameters()));

        (rejected.Field, rejected.Reason).ShouldBe((field, reason));
        (await _host.AskAsync<TrainingRunsFound>(new GetTrainingRuns())).Runs.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_refuse_a_model_name_that_another_label_has()
    {
        await RequestAsync([new LabelToTrain("影视", "movie")]);

        var rejected = await _host.AskAsync<TrainingRejected>(
            new RequestTraining(Guid.NewGuid(), "rows", [new LabelToTrain("LOL", "movie")], new TrainingParameters()));

        rejected.Reason.ShouldBe("The model 'movie' decides '影视' already; give the one of 'LOL' another name.");
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private async Task<TrainingRunDetails> RequestAsync(LabelToTrain[]? labels) =>
        (await _host.AskAsync<TrainingRunFound>(new RequestTraining(Guid.NewGuid(), "rows", labels, new TrainingParameters()))).Run;
}

using LabelPlatform.Contracts.Datasets;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Api.Datasets;

public sealed class When_datasets_are_read
{
    private static readonly DatasetDetails Dataset =
        new("d0123456789ab", "标题 一", DatasetFileFormat.JsonLines, null, "sha256:00", 60, 10, new(2026, 11, 22, 8, 0, 0, DateTimeKind.Utc));

    private const string Json = """
        {"id":"d0123456789ab","name":"标题 一","format":"jsonLines","label":null,"hash":"sha256:00","bytes":60,"rows":10,
         "createdAt":"2026-11-22T08:00:00Z","report":null}
        """;

    [Fact]
    public async Task Should_list_them()
    {
        await using var host = await ApiHost.StartAsync(new FakeScheduler().Answer<GetDatasets>(_ => new DatasetsFound([Dataset])));

        (await host.GetAsync("/v1/datasets")).ShouldBe(200, $$"""{"datasets":[{{Json}}]}""");
    }

    [Fact]
    public async Task Should_find_one_by_its_name()
    {
        var scheduler = new FakeScheduler().Answer<GetDataset>(_ => new DatasetFound(Dataset));
        await using var host = await ApiHost.StartAsync(scheduler);

        (await host.GetAsync("/v1/datasets/标题%20一")).ShouldBe(200, Json);

        scheduler.Asked.ShouldHaveSingleItem().ShouldBe(new GetDataset("标题 一"));
    }

    [Fact]
    public async Task Should_say_that_there_is_none()
    {
        await using var host = await ApiHost.StartAsync(new FakeScheduler().Answer<GetDataset>(request => new DatasetNotFound(request.Dataset)));

        (await host.GetAsync("/v1/datasets/none")).ShouldBeProblem(404, "No such dataset", "There is no dataset none.");
    }

    [Theory]
    [InlineData("/v1/datasets")]
    [InlineData("/v1/datasets/none")]
    public async Task Should_name_who_did_not_answer(string path)
    {
        await using var host = await ApiHost.StartAsync(new FakeScheduler(), ("TrainingApi:TimeoutSeconds", "1"));

        var reply = await host.GetAsync(path);

        reply.ShouldBeProblem(503, "A part of the platform is not available", "TrainingScheduler did not answer in time; try again.");
    }

    [Fact]
    public async Task Should_name_who_failed()
    {
        await using var host = await ApiHost.StartAsync(new FakeScheduler().Answer<GetDatasets>(_ => throw new InvalidOperationException("secret")));

        var reply = await host.GetAsync("/v1/datasets");

        reply.ShouldBeProblem(
            503, "A part of the platform is not available", "TrainingScheduler could not do this now (its log says why); try again.");
    }
}

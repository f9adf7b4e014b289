using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using LabelPlatform.IntegrationTests.Infrastructure;
using LabelPlatform.IntegrationTests.Platform;
using Shouldly;
using Xunit;

namespace LabelPlatform.IntegrationTests.Training;

/// <summary>The whole platform over RabbitMQ and PostgreSQL: three versions of a model that it trained itself take turns while texts are labelled.</summary>
[Trait("Category", "Long")]
public class When_versions_are_promoted_under_load(TestEnvironment environment)
{
    private const int Promotions = 100;
    private const string Model = "/v1/models/game";
    private static readonly TimeSpan BetweenRequests = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task Should_fail_no_request_and_answer_each_from_one_version()
    {
        using var folder = new TemporaryFolder();
        await using var postgreSql = await TestEnvironment.StartPostgreSqlAsync();
        await using var platform = new ServiceProcess("AllInOne", new Dictionary<string, string?>((await environment.RabbitMqAsync()).ToSettings())
        {
            [ServiceProcess.MessageLog] = "Warning",
            ["Messaging__Transport"] = "RabbitMq",
            ["Persistence__Provider"] = "Postgres",
            ["Persistence__ConnectionString"] = postgreSql.Address.ConnectionString,
            ["Persistence__SweepSeconds"] = "0.1",
            ["Data__Path"] = folder.Path,
            ["Sample__TrainModels"] = "false",
            ["Labeling__DefaultDeadlineMs"] = "20000",
            ["Inference__ModelsConfigPollSeconds"] = "0.1",
            ["Training__PromotionIntervalSeconds"] = "0.3",
        });
        platform.Start();
        await platform.UntilReadyAsync(Limit);
        using var client = new TrainingClient(platform.Url);
        await client.PutAsync("/v1/graph/word?word=弟弟&label=游戏&weight=0.7");
        await client.PutAsync("/v1/graph/word?word=弟弟&label=影视&weight=0.7");
        await client.UploadAsync(TrainingRowsText.Plain(), "topics");
        long[] versions = [await TrainAsync(client), await TrainAsync(client), await TrainAsync(client)];

        var answers = new ConcurrentQueue<JsonNode>();
        using var done = new CancellationTokenSource();
        var load = LabelAsync(platform.Url, answers, done.Token);
        var live = versions[2];
        for (var i = 0; i < Promotions; i++)
        {
            // Forwards through all of them, with a step back in between.
            var next = i % 4 == 3 ? null : (long?)versions[(Array.IndexOf(versions, live) + 1) % versions.Length];
            var promoted = await client.PostAsync(next is null ? $"{Model}/rollback" : $"{Model}/versions/{next}/promote");
            live = promoted["wantedVersion"]!.GetValue<long>();
            await UntilLiveAsync(client, live);
        }

        await done.CancelAsync();
        await load; // Throws what a failed request said.
        answers.ShouldAllBe(answer => answer["items"]![0]!["degraded"]!.AsArray().Count == 0);
        var named = answers.Select(answer => answer["versions"]!["models"]!.AsObject().ShouldHaveSingleItem().Value!.GetValue<long>()).ToList();
        named.Distinct().Order().ShouldBe(versions.Order());
        named.Count.ShouldBeGreaterThan(Promotions * 20);
    }

    private static async Task<long> TrainAsync(TrainingClient client)
    {
        var runId = await client.BeginAsync(new { dataset = "topics", labels = new[] { new { label = "游戏", model = "game" } }, promotion = "always" });
        var job = (await client.UntilEndedAsync(runId, Limit)).ShouldHaveSingleItem()!;
        job["state"]!.GetValue<string>().ShouldBe("succeeded", job.ToJsonString());
        var version = job["version"]!.GetValue<long>();
        await UntilLiveAsync(client, version);
        return version;
    }

    private static Task<TimeSpan> UntilLiveAsync(TrainingClient client, long version) =>
        Eventually.HoldsAsync($"version {version} is live", Limit, async _ =>
        {
            var model = await client.GetAsync(Model);
            return model["state"]!.GetValue<string>() == "live" && model["liveVersion"]!.GetValue<long>() == version;
        });

    /// <summary>200 requests a second, whether those before are answered or not.</summary>
    private static async Task LabelAsync(string url, ConcurrentQueue<JsonNode> answers, CancellationToken done)
    {
        using var http = new HttpClient { BaseAddress = new Uri(url) };
        var requests = new List<Task>();
        using var timer = new PeriodicTimer(BetweenRequests);
        while (!done.IsCancellationRequested && await timer.WaitForNextTickAsync(CancellationToken.None))
            requests.Add(LabelOnceAsync());
        await Task.WhenAll(requests);

        async Task LabelOnceAsync()
        {
            using var reply = await http.PostAsJsonAsync("/v1/label", new { texts = new[] { "周末的时候我弟弟开黑打团战" } }, CancellationToken.None);
            var body = await reply.Content.ReadAsStringAsync(CancellationToken.None);
            reply.IsSuccessStatusCode.ShouldBeTrue(body);
            answers.Enqueue(JsonNode.Parse(body)!);
        }
    }
}

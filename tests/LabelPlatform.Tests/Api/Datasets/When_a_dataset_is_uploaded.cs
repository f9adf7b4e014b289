using System.IO.Compression;
using System.Text;
using LabelPlatform.Contracts.Datasets;
using LabelPlatform.ServiceDefaults.Messaging;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Api.Datasets;

public sealed class When_a_dataset_is_uploaded
{
    private const string Rows = "text,label\n王者荣耀新赛季的皮肤很好看,游戏\n";

    private static readonly DatasetSummary Report = new(7, 1, 2, [new("游戏", 3, 1, 1)], [new("duplicate", null, 2, "2 rows are there twice.", [new(3, "王者")])]);

    private byte[]? _stored;

    [Theory]
    [InlineData("text/csv", null, DatasetFileFormat.Csv)]
    [InlineData("text/csv; charset=UTF-8", null, DatasetFileFormat.Csv)]
    [InlineData("text/tab-separated-values", null, DatasetFileFormat.Tsv)]
    [InlineData("application/jsonl", null, DatasetFileFormat.JsonLines)]
    [InlineData("application/x-ndjson", null, DatasetFileFormat.JsonLines)]
    [InlineData("text/plain", "游戏", DatasetFileFormat.Sample)]
    public async Task Should_hand_it_to_TrainingScheduler(string contentType, string? label, DatasetFileFormat format)
    {
        var scheduler = Registering();
        await using var host = await ApiHost.StartAsync(scheduler);
        var query = label is null ? "?name=标题" : $"?name=标题&label={label}";

        var reply = await host.UploadAsync("/v1/datasets" + query, Encoding.UTF8.GetBytes(Rows), contentType);

        reply.ShouldBe(201, """
            {"id":"d0123456789ab","name":"标题","format":"csv","label":null,"hash":"sha256:00","bytes":60,"rows":10,"createdAt":"2026-11-22T08:00:00Z",
             "report":{"training":7,"validation":1,"test":2,"labels":[{"label":"游戏","training":3,"validation":1,"test":1}],
               "findings":[{"kind":"duplicate","label":null,"rows":2,"message":"2 rows are there twice.","examples":[{"line":3,"text":"王者"}]}]}}
            """);
        reply.Headers["Location"].ShouldBe("/v1/datasets/d0123456789ab");
        scheduler.Asked.ShouldHaveSingleItem().ShouldBeOfType<RegisterDataset>()
            .ShouldSatisfyAllConditions(asked => asked.Format.ShouldBe(format), asked => asked.Name.ShouldBe("标题"), asked => asked.Label.ShouldBe(label));
        Encoding.UTF8.GetString(_stored!).ShouldBe(Rows);
        host.StoredBodies.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_decompress_it()
    {
        await using var host = await ApiHost.StartAsync(Registering());

        var reply = await host.UploadAsync("/v1/datasets", Gzip(Encoding.UTF8.GetBytes(Rows)), "text/csv", "gzip");

        reply.Status.ShouldBe(201, reply.Body);
        Encoding.UTF8.GetString(_stored!).ShouldBe(Rows);
    }

    [Fact]
    public async Task Should_take_more_than_the_30_MB_of_other_routes()
    {
        await using var host = await ApiHost.StartAsync(Registering());

        var reply = await host.UploadAsync("/v1/datasets", new byte[40_000_000], "text/csv");

        reply.Status.ShouldBe(201, reply.Body);
        _stored!.Length.ShouldBe(40_000_000);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task Should_stop_at_the_limit_and_keep_nothing(bool compressed, bool chunked)
    {
        var scheduler = Registering();
        await using var host = await ApiHost.StartAsync(scheduler, ("TrainingApi:MaxDatasetBytes", "100000"));
        // 100,001 bytes as they are; 20 MB that travel as 20 KB.
        var content = compressed ? Gzip(new byte[20_000_000]) : new byte[100_001];

        var reply = await host.UploadAsync("/v1/datasets", content, "text/csv", compressed ? "gzip" : null, chunked);

        reply.ShouldBeProblem(
            413, "The request cannot be used", "The dataset is larger than 100,000 bytes; send it in parts, or have TrainingApi:MaxDatasetBytes raised.");
        scheduler.Asked.ShouldBeEmpty();
        host.StoredBodies.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_take_what_is_just_within_the_limit()
    {
        await using var host = await ApiHost.StartAsync(Registering(), ("TrainingApi:MaxDatasetBytes", "100000"));

        var reply = await host.UploadAsync("/v1/datasets", new byte[100_000], "text/csv");

        reply.Status.ShouldBe(201, reply.Body);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    [InlineData(30)]
    public async Task Should_refuse_what_is_not_gzip_as_it_says(int cut)
    {
        var scheduler = Registering();
        await using var host = await ApiHost.StartAsync(scheduler);
        var content = cut == 0 ? Encoding.UTF8.GetBytes(Rows) : Gzip(Encoding.UTF8.GetBytes(Rows))[..^cut];

        var reply = await host.UploadAsync("/v1/datasets", content, "text/csv", "gzip");

        reply.ShouldBeProblem(
            400, "The request cannot be used", "The body is not what Content-Encoding: gzip says: it is damaged, cut short, or not compressed.");
        scheduler.Asked.ShouldBeEmpty();
        host.StoredBodies.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("", "text/plain", null, 400, "label is missing: with text/plain it names the label that the 1s of the file stand for.")]
    [InlineData("?label=游戏", "text/csv", null, 400, "label only goes with text/plain; the rows of other files name their labels themselves.")]
    [InlineData("?name=%20", "text/csv", null, 400, "name must be 1 to 100 characters without control characters.")]
    [InlineData("?name=a%2Fb", "text/csv", null, 400, "name must not hold a slash: it is part of addresses.")]
    [InlineData("", "text/csv; charset=gb18030", null, 415, "The file must be UTF-8, not gb18030.")]
    [InlineData("", "text/csv", "br", 415, "Content-Encoding must be gzip or missing; it was br.")]
    [InlineData("", "application/json", null, 415, "Content-Type must be text/csv or text/tab-separated-values (the first line names the columns), "
        + "application/jsonl or application/x-ndjson (a JSON object a line), or text/plain (the original's samples, with label=); it was application/json.")]
    public async Task Should_say_what_is_wrong_with_the_request(string query, string contentType, string? encoding, int status, string detail)
    {
        var scheduler = Registering();
        await using var host = await ApiHost.StartAsync(scheduler);

        var reply = await host.UploadAsync("/v1/datasets" + query, Encoding.UTF8.GetBytes(Rows), contentType, encoding);

        reply.ShouldBeProblem(status, "The request cannot be used", detail);
        scheduler.Asked.ShouldBeEmpty();
        host.StoredBodies.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_pass_on_which_lines_are_bad()
    {
        var scheduler = new FakeScheduler().Answer<RegisterDataset>(
            _ => new DatasetRejected("2 lines are no rows; nothing was kept.", [new(2, "text", "The text is empty."), new(9, null, "A quote is not closed.")]));
        await using var host = await ApiHost.StartAsync(scheduler);

        var reply = await host.UploadAsync("/v1/datasets", Encoding.UTF8.GetBytes(Rows), "text/csv");

        reply.ShouldBeProblem(400, "The dataset was not kept", "2 lines are no rows; nothing was kept.");
        reply.Json["errors"]!.ToJsonString().ShouldBe(
            """[{"line":2,"field":"text","reason":"The text is empty."},{"line":9,"field":null,"reason":"A quote is not closed."}]""");
        host.StoredBodies.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_leave_it_to_a_TrainingScheduler_that_is_late()
    {
        await using var host = await ApiHost.StartAsync(new FakeScheduler(), ("TrainingApi:DatasetTimeoutSeconds", "1"));

        var reply = await host.UploadAsync("/v1/datasets", Encoding.UTF8.GetBytes(Rows), "text/csv");

        reply.ShouldBeProblem(503, "A part of the platform is not available", "TrainingScheduler did not answer in time; try again.");
        reply.Headers["Retry-After"].ShouldBe("1");
        host.StoredBodies.ShouldHaveSingleItem();
    }

    private FakeScheduler Registering() => new FakeScheduler().Answer<RegisterDataset>(async (request, services) =>
    {
        _stored = await services.GetRequiredService<IMessageDataRepository>().LoadAsync(request.Content, CancellationToken.None);
        return new DatasetRegistered(
            new("d0123456789ab", request.Name, DatasetFileFormat.Csv, null, "sha256:00", 60, 10, new(2026, 11, 22, 8, 0, 0, DateTimeKind.Utc), Report));
    });

    private static byte[] Gzip(byte[] content)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest))
            gzip.Write(content);
        return compressed.ToArray();
    }
}

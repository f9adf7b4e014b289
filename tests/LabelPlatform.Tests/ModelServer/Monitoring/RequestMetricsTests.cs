using System.Diagnostics.Metrics;
using LabelPlatform.ModelServer.Monitoring;
using LabelPlatform.ModelServer.Servables;
using LabelPlatform.SavedModels;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.ModelServer.Monitoring;

public sealed class RequestMetricsTests : IDisposable, IModelNames
{
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly MetricRegistry _registry = new();
    private readonly RequestMetrics _metrics;

    public RequestMetricsTests() => _metrics = new RequestMetrics(_registry, _services.GetRequiredService<IMeterFactory>(), this);

    public bool Contains(string model) => model is "movie";

    [Fact]
    public void Observe_Requests_AreCountedByStatusAndGoodOnesTimed()
    {
        _metrics.Observe("movie", StatusCode.Ok, TimeSpan.FromMicroseconds(15));
        _metrics.Observe("movie", StatusCode.Ok, TimeSpan.FromMicroseconds(30));
        _metrics.Observe("movie", StatusCode.InvalidArgument, TimeSpan.FromSeconds(1));

        var text = _registry.ToPrometheus();
        text.ShouldContain("""
            # TYPE :tensorflow:serving:request_count counter
            :tensorflow:serving:request_count{model_name="movie",status="INVALID_ARGUMENT"} 1
            :tensorflow:serving:request_count{model_name="movie",status="OK"} 2
            """);
        text.ShouldContain("""
            # TYPE :tensorflow:serving:request_latency histogram
            :tensorflow:serving:request_latency_bucket{model_name="movie",API="",entrypoint="REST",le="10"} 0
            :tensorflow:serving:request_latency_bucket{model_name="movie",API="",entrypoint="REST",le="18"} 1
            :tensorflow:serving:request_latency_bucket{model_name="movie",API="",entrypoint="REST",le="32.4"} 2
            """);
        text.ShouldContain(""":tensorflow:serving:request_latency_sum{model_name="movie",API="",entrypoint="REST"} 45""");
    }

    [Fact]
    public void Observe_NamesOfNoModels_ShareOneCell()
    {
        for (var i = 0; i < 100; i++)
            _metrics.Observe($"guess{i}", StatusCode.NotFound, TimeSpan.Zero);

        _registry.ToPrometheus().ShouldContain(""":tensorflow:serving:request_count{model_name="(unknown)",status="NOT_FOUND"} 100""");
        _registry.ToPrometheus().ShouldNotContain("guess");
    }

    [Fact]
    public void ObserveRun_Examples_AreCounted()
    {
        _metrics.ObserveRun("movie", 3, TimeSpan.FromMicroseconds(5), "predict");

        var text = _registry.ToPrometheus();
        text.ShouldContain(""":tensorflow:serving:request_example_count_total{model="movie"} 3""");
        text.ShouldContain(""":tensorflow:serving:request_example_counts_bucket{model="movie",le="2"} 0""" + "\n");
        text.ShouldContain(""":tensorflow:serving:request_example_counts_bucket{model="movie",le="4"} 1""" + "\n");
        text.ShouldContain(""":tensorflow:serving:runtime_latency_count{model_name="movie",API="predict",runtime="TF1"} 1""");
    }

    [Fact]
    public void Add_CombinationsBeyondTheLimit_AreAddedUp()
    {
        var counter = _registry.AddCounter("loads", "path");
        for (var i = 0; i < 2000; i++)
            counter.Add(new LabelValues($"/m/{i}"));

        var lines = _registry.ToPrometheus().Split('\n').Where(line => line.StartsWith("loads{", StringComparison.Ordinal)).ToArray();
        lines.Length.ShouldBe(1001);
        lines.ShouldContain("""loads{path="(other)"} 1000""");
    }

    public void Dispose() => _services.Dispose();
}

using System.Diagnostics;
using LabelPlatform.ServiceDefaults;
using LabelPlatform.ServiceDefaults.Telemetry;
using Microsoft.Extensions.Configuration;
using OpenTelemetry.Trace;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Common.ServiceDefaults;

public sealed class RequestSamplerTests
{
    private static readonly ActivityTraceId TraceId = ActivityTraceId.CreateFromString("0af7651916cd43dd0af7651916cd43dd");

    [Theory]
    [InlineData(ActivityKind.Server, true)]
    [InlineData(ActivityKind.Client, false)]
    [InlineData(ActivityKind.Producer, false)]
    [InlineData(ActivityKind.Consumer, false)]
    [InlineData(ActivityKind.Internal, false)]
    public void ShouldSample_WithoutParent_RecordsRequestsOnly(ActivityKind kind, bool isRecorded) =>
        Sample(new(), kind, parent: default).ShouldBe(isRecorded);

    [Theory]
    [InlineData(ActivityKind.Server)]
    [InlineData(ActivityKind.Client)]
    [InlineData(ActivityKind.Consumer)]
    [InlineData(ActivityKind.Internal)]
    public void ShouldSample_WithParent_FollowsIt(ActivityKind kind)
    {
        var never = new Dictionary<string, string?> { ["OTEL_TRACES_SAMPLER"] = "always_off" };
        Sample(never, kind, Context(ActivityTraceFlags.Recorded)).ShouldBeTrue();
        Sample([], kind, Context(ActivityTraceFlags.None)).ShouldBeFalse();
    }

    [Fact]
    public void ShouldSample_Batch_RecordsItWhenOneOfItsRequestsIs()
    {
        Sample([], ActivityKind.Internal, parent: default, ActivityTraceFlags.None, ActivityTraceFlags.Recorded).ShouldBeTrue();
        Sample([], ActivityKind.Internal, parent: default, ActivityTraceFlags.None).ShouldBeFalse();
    }

    // A ratio takes eight bytes of the trace id as a number of 63 bits; both halves of this one are 0x0af7…, which is 0.0857 of 0x7fff….
    [Theory]
    [InlineData("always_on", null, true)]
    [InlineData("parentbased_always_off", null, false)]
    [InlineData("parentbased_traceidratio", "0.09", true)]
    [InlineData("parentbased_traceidratio", "0.08", false)]
    [InlineData("traceidratio", null, true)]
    public void Create_OpenTelemetrysSettings_AreFollowed(string sampler, string? argument, bool isRecorded) =>
        Sample(new() { ["OTEL_TRACES_SAMPLER"] = sampler, ["OTEL_TRACES_SAMPLER_ARG"] = argument }, ActivityKind.Server, parent: default).ShouldBe(isRecorded);

    [Theory]
    [InlineData("jaeger_remote", null)]
    [InlineData("traceidratio", "10 %")]
    [InlineData("traceidratio", "1.5")]
    public void Create_OtherSettings_AreNamed(string sampler, string? argument) =>
        Should.Throw<InvalidConfigurationException>(() => RequestSampler.Create(Settings(new() { ["OTEL_TRACES_SAMPLER"] = sampler, ["OTEL_TRACES_SAMPLER_ARG"] = argument })))
            .Message.ShouldContain(argument ?? sampler);

    private static bool Sample(Dictionary<string, string?> settings, ActivityKind kind, ActivityContext parent, params ActivityTraceFlags[] links)
    {
        var parameters = new SamplingParameters(parent, TraceId, "span", kind, tags: null, links.Length == 0 ? null : links.Select(flags => new ActivityLink(Context(flags))));
        return RequestSampler.Create(Settings(settings)).ShouldSample(parameters).Decision == SamplingDecision.RecordAndSample;
    }

    private static ActivityContext Context(ActivityTraceFlags flags) => new(TraceId, ActivitySpanId.CreateFromString("b7ad6b7169203331"), flags);

    private static IConfiguration Settings(Dictionary<string, string?> settings) => new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
}

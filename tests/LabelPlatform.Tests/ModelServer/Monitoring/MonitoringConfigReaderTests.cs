using LabelPlatform.ModelServer.Monitoring;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.ModelServer.Monitoring;

public class MonitoringConfigReaderTests
{
    [Theory]
    [InlineData("", false, "/monitoring/prometheus/metrics")]
    [InlineData("prometheus_config { }", false, "/monitoring/prometheus/metrics")]
    [InlineData("prometheus_config { enable: true }", true, "/monitoring/prometheus/metrics")]
    [InlineData("prometheus_config: {\n  enable: true,\n  path: \"/metrics\"\n}", true, "/metrics")]
    [InlineData("prometheus_config { enable: false path: '/metrics' }", false, "/metrics")]
    public void Read_Configurations(string text, bool enabled, string path) =>
        MonitoringConfigReader.Read(text).ShouldBe(new PrometheusConfig(enabled, path));

    [Theory]
    [InlineData("prometheus_config {\n enable: yes }", "Line 2: 'yes' is neither true nor false.")]
    [InlineData("prometheus_config { enable: true\n path: 'metrics' }", "Line 2: the path 'metrics' does not begin with '/'.")]
    [InlineData("prometheus_config: true", "Line 1: 'prometheus_config' is a value, not a message.")]
    [InlineData("prometheus_config {", "Line 1: the name of a field expected, but the file ends.")]
    public void Read_DamagedText_SaysWhere(string text, string message) =>
        Should.Throw<InvalidDataException>(() => MonitoringConfigReader.Read(text)).Message.ShouldBe(message);
}

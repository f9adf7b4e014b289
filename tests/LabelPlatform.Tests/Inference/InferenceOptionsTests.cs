using Microsoft.Extensions.Options;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Inference;

public class InferenceOptionsTests
{
    [Theory]
    [InlineData("ModelsConfig", "/models/models.config", "Inference:Servers")]
    [InlineData("Servers:0:Url", "models:8501", "Inference:Servers:0:Url")]
    [InlineData("Servers:0:Url", "http://models:8501?x=1", "Inference:Servers:0:Url")]
    [InlineData("SubServices:0:Label", "美妆", "Inference:SubServices:0:Url")]
    [InlineData("SubServices:0:Url", "http://beauty:5000", "Inference:SubServices:0:Label")]
    [InlineData("ModelTimeoutMs", "0", "ModelTimeoutMs")]
    [InlineData("CircuitBreaker:FailureRatio", "2", "Inference:CircuitBreaker")]
    public void Options_WrongSetting_IsNamed(string key, string value, string name) =>
        Should.Throw<OptionsValidationException>(() => new InferenceHost((key, value)).Dispose()).Message.ShouldContain(name);

    [Fact]
    public void Options_TwoSubServicesOfOneLabel_AreRefused() =>
        Should.Throw<OptionsValidationException>(() => new InferenceHost(
            ("SubServices:0:Label", "美妆"), ("SubServices:0:Url", "http://a"), ("SubServices:1:Label", "美妆"), ("SubServices:1:Url", "http://b")).Dispose())
            .Message.ShouldContain("SubServices:1");

    [Fact]
    public async Task Options_None_LeaveEveryLabelUnmodelled()
    {
        using var host = new InferenceHost();

        var predicted = await host.PredictAsync(host.Text(["电影"], "影视"));

        predicted.Predictions.ShouldBeEmpty();
        predicted.Failures.ShouldBeEmpty();
        predicted.Error.ShouldBeNull();
    }
}

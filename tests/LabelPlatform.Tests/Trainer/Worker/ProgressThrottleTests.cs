using LabelPlatform.Trainer.Worker;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Trainer.Worker;

public sealed class ProgressThrottleTests : IDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly List<double?> _fractions = [];
    private readonly ProgressThrottle _throttle;

    public ProgressThrottleTests() => _throttle = new ProgressThrottle(_time, line => _fractions.Add(line.Fraction));

    [Fact]
    public void Add_ManyAtOnce_LetsTheFirstThroughAndThenTheLatest()
    {
        foreach (var fraction in new[] { 0.1, 0.2, 0.3, 0.4 })
            _throttle.Add(Line(fraction));
        _fractions.ShouldBe([0.1]);

        _time.Advance(TimeSpan.FromMilliseconds(500));
        _fractions.ShouldBe([0.1, 0.4]);

        _time.Advance(TimeSpan.FromSeconds(5));
        _fractions.ShouldBe([0.1, 0.4]);
    }

    [Fact]
    public void Add_PointsOfTheCurve_LetsThemAllThrough()
    {
        foreach (var epoch in new[] { 1, 2, 3 })
            _throttle.Add(Line(epoch / 10.0) with { Epoch = epoch, Loss = 0.5 });

        _fractions.ShouldBe([0.1, 0.2, 0.3]);
    }

    [Fact]
    public void Dispose_WhileALineWaits_DropsIt()
    {
        _throttle.Add(Line(0.1));
        _throttle.Add(Line(0.2));

        _throttle.Dispose();
        _time.Advance(TimeSpan.FromSeconds(5));

        _fractions.ShouldBe([0.1]);
    }

    public void Dispose() => _throttle.Dispose();

    private static TrainerLine Line(double fraction) => new("progressed", "training", fraction, null, null, null, null, null, null);
}

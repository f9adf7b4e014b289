using System.Diagnostics;

namespace LabelPlatform.Benchmarks.Training;

/// <summary>What a piece of work took: on a busy machine the processor's time says more than the clock's.</summary>
internal readonly record struct Measured(TimeSpan Wall, TimeSpan Processor)
{
    public static (T Result, Measured Took) Run<T>(Func<T> work)
    {
        var processor = Environment.CpuUsage.TotalTime;
        var start = Stopwatch.GetTimestamp();
        var result = work();
        return (result, new Measured(Stopwatch.GetElapsedTime(start), Environment.CpuUsage.TotalTime - processor));
    }

    public override string ToString() => $"{Wall.TotalSeconds:0.00} s ({Processor.TotalSeconds:0.00} s of processor)";
}

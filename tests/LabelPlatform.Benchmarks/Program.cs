using BenchmarkDotNet.Running;
using LabelPlatform.Benchmarks.Segmentation;

// What compares processes has a name of its own; everything else is BenchmarkDotNet's.
return args switch
{
    ["segmentation"] => await SegmentationComparison.RunAsync(),
    ["segmentation-worker", .. var arguments] => SegmentationWorker.Run(arguments),
    _ => RunBenchmarkDotNet(args),
};

static int RunBenchmarkDotNet(string[] args)
{
    BenchmarkSwitcher.FromAssembly(typeof(SegmentationWorker).Assembly).Run(args);
    return 0;
}

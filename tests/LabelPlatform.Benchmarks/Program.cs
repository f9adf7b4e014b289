using BenchmarkDotNet.Running;
using LabelPlatform.Benchmarks.LabelGraph;
using LabelPlatform.Benchmarks.Load;
using LabelPlatform.Benchmarks.Segmentation;
using LabelPlatform.Benchmarks.Serving;
using LabelPlatform.Benchmarks.Steady;
using LabelPlatform.Benchmarks.Training;

// What measures processes has a name of its own; everything else is BenchmarkDotNet's.
return args switch
{
    ["segmentation"] => await SegmentationComparison.RunAsync(),
    ["segmentation-worker", .. var arguments] => SegmentationWorker.Run(arguments),
    [GraphCommand.Name, .. var arguments] => await GraphCommand.RunAsync(arguments),
    [LoadCommand.Name, .. var arguments] => LoadCommand.Run(arguments),
    [ServingCommand.Name, .. var arguments] => await ServingCommand.RunAsync(arguments),
    [SteadyCommand.Name, .. var arguments] => await SteadyCommand.RunAsync(arguments),
    [TrainingCommand.Name, .. var arguments] => TrainingCommand.Run(arguments),
    _ => RunBenchmarkDotNet(args),
};

static int RunBenchmarkDotNet(string[] args)
{
    BenchmarkSwitcher.FromAssembly(typeof(SegmentationWorker).Assembly).Run(args);
    return 0;
}

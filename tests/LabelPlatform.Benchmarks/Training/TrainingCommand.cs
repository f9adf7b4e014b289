using System.Globalization;
using LabelPlatform.Testing;

namespace LabelPlatform.Benchmarks.Training;

/// <summary>
/// <c>training [path to headlines.tsv.gz]</c>: trains 27 topics with our networks, scikit-learn and fastText, and says what each took and how well
/// it predicts the same test rows.
/// </summary>
internal static class TrainingCommand
{
    public const string Name = "training";

    public static int Run(IReadOnlyList<string> arguments)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var path = arguments is [var given] ? given : Path.Combine(Repository.Root, "..", "shared", "data", "headlines.tsv.gz");
        if (!File.Exists(path))
        {
            Console.Error.WriteLine($"There is no {path}: nothing to train on.");
            return 1;
        }

        var headlines = Headlines.Read(path);
        var threads = Environment.ProcessorCount;
        Console.WriteLine($"{threads} processors, load average {ResourceUsage.LoadAverage()}");
        new LinearRun(headlines, threads).Run();
        CompareLinearSvc(path);
        new FastTextRun(headlines, threads).Run();
        new EmbeddingRun(headlines).Run();
        Console.WriteLine($"\nload average {ResourceUsage.LoadAverage()}");
        return 0;
    }

    private static void CompareLinearSvc(string path)
    {
        var script = Path.Combine(Repository.Root, "tests", "LabelPlatform.Benchmarks", "Training", "linear_svc.py");
        Console.WriteLine(ExternalTool.Run("/usr/bin/python3", script, path) is { } run
            ? $"\nlinear, scikit-learn's LinearSVC, one thread\n{run.Output.TrimEnd()}"
            : "\n/usr/bin/python3 has no scikit-learn or jieba (apt-get install python3-sklearn python3-jieba): no comparison.");
    }
}

using LabelPlatform.Segmentation;

namespace LabelPlatform.Benchmarks.Training;

/// <summary>Debian's fastText on the same rows, as words and as characters; all topics at once, and one against the rest.</summary>
internal sealed class FastTextRun(Headlines headlines, int threads)
{
    private static readonly string[] Options =
        ["-dim", "50", "-epoch", "10", "-lr", "0.5", "-wordNgrams", "2", "-minCount", "2", "-bucket", "200000"];

    public void Run()
    {
        var folder = Directory.CreateTempSubdirectory("fasttext-").FullName;
        try
        {
            foreach (var (name, cut) in new (string, Func<string, IEnumerable<string>>)[] { ("words", Words), ("characters", Characters) })
            {
                var all = Train(folder, row => row.Topic, cut);
                var one = Train(folder, row => row.Topic == "game" ? "game" : "other", cut);
                Console.WriteLine(all is null || one is null
                    ? "\nfastText is missing (apt-get install fasttext) or failed: no comparison."
                    : $"\nfastText, {name}, {threads} threads\n  27 topics     {all.Value.Seconds:0.00} s, top-1 {all.Value.Precision}\n  game alone    {one.Value.Seconds:0.00} s");
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private (double Seconds, string Precision)? Train(string folder, Func<Headline, string> label, Func<string, IEnumerable<string>> cut)
    {
        string training = Path.Combine(folder, "train.txt"), test = Path.Combine(folder, "test.txt"), model = Path.Combine(folder, "model");
        Write(training, headlines.Training, label, cut);
        Write(test, headlines.Test, label, cut);
        var trained = ExternalTool.Run(["fasttext", "supervised", "-input", training, "-output", model, "-thread", $"{threads}", .. Options]);
        var judged = trained is null ? null : ExternalTool.Run("fasttext", "test", model + ".bin", test);
        return judged is null ? null : (trained!.Value.Wall.TotalSeconds, judged.Value.Output.Split('\n').First(line => line.StartsWith("P@1", StringComparison.Ordinal))[3..].Trim());
    }

    private static void Write(string path, IEnumerable<Headline> rows, Func<Headline, string> label, Func<string, IEnumerable<string>> cut) =>
        File.WriteAllLines(path, rows.Select(row => $"__label__{label(row)} {string.Join(' ', cut(row.Text))}"));

    private static IEnumerable<string> Words(string text) =>
        Segmenter.Default.Cut(text).Select(word => text.Substring(word.CharStart, word.CharLength)).Where(word => !string.IsNullOrWhiteSpace(word));

    private static IEnumerable<string> Characters(string text) => text.EnumerateRunes().Select(rune => rune.ToString()).Where(point => !string.IsNullOrWhiteSpace(point));
}

using System.Diagnostics;
using System.Globalization;
using System.Text;
using LabelPlatform.Segmentation;

namespace LabelPlatform.Benchmarks.Segmentation;

/// <summary>Our side of the comparison, in a process of its own. Prints lines of a name and a figure, separated by a tab.</summary>
internal static class SegmentationWorker
{
    public static int Run(string[] arguments)
    {
        switch (arguments)
        {
            case ["first-word"]:
                Console.WriteLine(Segmenter.Default.Cut("王者荣耀新赛季").Count);
                return 0;
            case ["cut", var corpus, var warmUp, var seconds, var vocabulary]:
                Cut(File.ReadAllLines(corpus), Seconds(warmUp), Seconds(seconds), File.ReadAllLines(vocabulary));
                return 0;
            case ["load", var vocabulary]:
                Load(File.ReadAllLines(vocabulary));
                return 0;
            default:
                Console.Error.WriteLine("segmentation-worker: first-word | cut CORPUS WARM_UP_SECONDS SECONDS VOCABULARY | load VOCABULARY");
                return 2;
        }
    }

    private static TimeSpan Seconds(string text) => TimeSpan.FromSeconds(double.Parse(text, CultureInfo.InvariantCulture));

    private static void Cut(string[] lines, TimeSpan warmUp, TimeSpan duration, string[] vocabulary)
    {
        var words = new List<Word>();
        var small = Segmenter.Default.WithVocabulary(vocabulary.Take(20_000));
        var large = Segmenter.Default.WithVocabulary(vocabulary);
        MeasureBoth("offsets", (line, hmm) => CutToOffsets(Segmenter.Default, line, words, hmm));
        MeasureBoth("strings", (line, hmm) => CutToStrings(line, words, hmm));
        MeasureBoth("offsets, vocabulary of 20,000", (line, hmm) => CutToOffsets(small, line, words, hmm));
        MeasureBoth($"offsets, vocabulary of {vocabulary.Length:N0}", (line, hmm) => CutToOffsets(large, line, words, hmm));

        void MeasureBoth(string name, Action<string, bool> cut)
        {
            foreach (bool hmm in (bool[])[true, false])
            {
                FastestPass(lines, cut, hmm, warmUp);
                double megabytes = lines.Sum(line => (double)Encoding.UTF8.GetByteCount(line)) / 1e6;
                Report($"{name}, HMM {(hmm ? "on" : "off")}", megabytes / FastestPass(lines, cut, hmm, duration).TotalSeconds, "0.0");
            }
        }
    }

    private static void CutToOffsets(Segmenter segmenter, string line, List<Word> words, bool hmm)
    {
        words.Clear();
        segmenter.Cut(line, words, hmm);
    }

    private static void CutToStrings(string line, List<Word> words, bool hmm)
    {
        CutToOffsets(Segmenter.Default, line, words, hmm);
        string[] strings = new string[words.Count];
        for (int i = 0; i < strings.Length; i++)
            strings[i] = line.Substring(words[i].CharStart, words[i].CharLength);
        GC.KeepAlive(strings);
    }

    private static TimeSpan FastestPass(string[] lines, Action<string, bool> cut, bool hmm, TimeSpan duration)
    {
        var best = TimeSpan.MaxValue;
        for (long start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < duration;)
        {
            var pass = Time(() =>
            {
                foreach (string line in lines)
                    cut(line, hmm);
            });
            if (pass < best)
                best = pass;
        }

        return best;
    }

    private static void Load(string[] vocabulary)
    {
        byte[] file = Encoding.UTF8.GetBytes(string.Join('\n', vocabulary.Take(200_000)));
        Report("first word in a running process", Time(() => Segmenter.Default.Cut("王者荣耀新赛季")));
        foreach (string time in (string[])["first", "second", "third"])
        {
            Report($"user dictionary of 200,000 lines, the {time} time",
                Time(() => Segmenter.Default.WithUserDictionary(UserDictionary.Load(new MemoryStream(file)))));
        }

        foreach (int count in (int[])[1_000, 200_000, vocabulary.Length])
        {
            string[] words = vocabulary[..count];
            var segmenter = Segmenter.Default;
            Report($"vocabulary of {count:N0} words", Time(() => segmenter = segmenter.WithVocabulary(words)));
            ReportEdits(count, segmenter, words);
        }
    }

    private static void ReportEdits(int count, Segmenter segmenter, string[] words)
    {
        var edits = new List<TimeSpan>();
        for (int i = 0; i < 3_000; i++)
        {
            string word = i % 2 == 0 ? $"新词{i}" : words[i % words.Length];
            edits.Add(Time(() => segmenter = i % 2 == 0 ? segmenter.AddWord(word) : segmenter.RemoveWord(word)));
        }

        edits.Sort();
        Report($"an edit of {count:N0} words, median", edits[edits.Count / 2]);
        Report($"an edit of {count:N0} words, slowest of 3,000", edits[^1]);
    }

    private static TimeSpan Time(Action action)
    {
        long start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start);
    }

    private static void Report(string name, TimeSpan time) => Report(name, time.TotalMilliseconds, "0.00");

    private static void Report(string name, double value, string format) =>
        Console.WriteLine($"{name}\t{value.ToString(format, CultureInfo.InvariantCulture)}");
}

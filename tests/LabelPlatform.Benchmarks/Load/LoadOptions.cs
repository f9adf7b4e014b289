using System.Globalization;

namespace LabelPlatform.Benchmarks.Load;

/// <summary>The arguments of <c>label</c>.</summary>
internal sealed class LoadOptions
{
    public const string Usage =
        """
        label [--url http://127.0.0.1:5080] [--texts FILE] [--seconds 10] [--warmup 10] [--scenario single|many|bulk] [--process NAME=PID]...

          --texts      one text a line, or a table with a column `text` (.gz too); default: the texts beside this program
          --warmup     seconds of each kind of load before anything is measured
          --scenario   only this one (may be repeated)
          --process    also say what this process needs (may be repeated)
        """;

    public Uri Url { get; private set; } = new("http://127.0.0.1:5080");

    public string Texts { get; private set; } = LoadTexts.Beside;

    public TimeSpan Duration { get; private set; } = TimeSpan.FromSeconds(10);

    public TimeSpan WarmUp { get; private set; } = TimeSpan.FromSeconds(10);

    public List<LoadScenario> Scenarios { get; } = [];

    public List<ProcessUsage> Processes { get; } = [];

    /// <exception cref="FormatException">An argument is unknown, or its value is.</exception>
    public static LoadOptions Parse(IReadOnlyList<string> arguments)
    {
        var options = new LoadOptions();
        for (var i = 0; i < arguments.Count; i += 2)
        {
            if (i + 1 == arguments.Count)
                throw new FormatException($"{arguments[i]} needs a value.");
            options.Set(arguments[i], arguments[i + 1]);
        }

        if (options.Scenarios.Count == 0)
            options.Scenarios.AddRange(LoadScenario.All);
        return options;
    }

    private void Set(string name, string value)
    {
        switch (name)
        {
            case "--url":
                Url = new Uri(value);
                break;
            case "--texts":
                Texts = value;
                break;
            case "--seconds":
                Duration = Seconds(value);
                break;
            case "--warmup":
                WarmUp = Seconds(value);
                break;
            case "--scenario":
                Scenarios.Add(LoadScenario.All.FirstOrDefault(scenario => scenario.Name == value) ?? throw new FormatException($"There is no scenario {value}."));
                break;
            case "--process":
                Processes.Add(ProcessUsage.Parse(value));
                break;
            default:
                throw new FormatException($"{name} is not known.");
        }
    }

    private static TimeSpan Seconds(string value) => TimeSpan.FromSeconds(double.Parse(value, CultureInfo.InvariantCulture));
}

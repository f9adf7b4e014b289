using System.CommandLine;
using System.CommandLine.Parsing;

namespace LabelPlatform.Benchmarks.Steady;

/// <summary><c>steady</c>: asks a running platform at a fixed rate while something is done to it, and says what came back.</summary>
internal static class SteadyCommand
{
    public const string Name = "steady";

    private static readonly Option<Uri> Url = new("--url")
    {
        Description = "Base address",
        DefaultValueFactory = _ => new Uri("http://127.0.0.1:5080"),
        CustomParser = ReadUrl,
    };

    private static readonly Option<string?> HostHeader = new("--host-header") { Description = "Host name to ask an ingress for" };
    private static readonly Option<int?> DeadlineMs = new("--deadline-ms") { Description = "What each request can wait, instead of the platform's 2 s" };
    private static readonly Option<int> Rate = new("--rate") { Description = "Requests a second", DefaultValueFactory = _ => 100 };
    private static readonly Option<int> Seconds = new("--seconds") { Description = "How long", DefaultValueFactory = _ => 30 };
    private static readonly Option<string?> UntilFile = new("--until-file") { Description = "Ends sooner, once this file exists" };
    private static readonly Option<bool> AllowUnavailable = new("--allow-unavailable") { Description = "A 503 is no failure" };

    /// <returns>0 when every answer was right or, by option, a 503; 1 when not; 2 when there was nothing to compare with.</returns>
    public static Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        Rate.Validators.Add(rate => AddErrorUnlessIn(rate.GetValueOrDefault<int>(), 1, 5000, rate.AddError));
        DeadlineMs.Validators.Add(deadline => AddErrorUnlessIn(deadline.GetValueOrDefault<int?>() ?? 1, 1, 30_000, deadline.AddError));
        Seconds.Validators.Add(seconds => AddErrorUnlessIn(seconds.GetValueOrDefault<int>(), 1, 3600, seconds.AddError));
        var command = new RootCommand("Asks POST /v1/label at a fixed rate; every answer must be the one given before.")
        {
            Url, HostHeader, DeadlineMs, Rate, Seconds, UntilFile, AllowUnavailable,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            new SteadyOptions(
                parsed.GetValue(Url)!,
                parsed.GetValue(HostHeader),
                parsed.GetValue(DeadlineMs) is { } milliseconds ? TimeSpan.FromMilliseconds(milliseconds) : null,
                parsed.GetValue(Rate),
                TimeSpan.FromSeconds(parsed.GetValue(Seconds)),
                parsed.GetValue(UntilFile),
                parsed.GetValue(AllowUnavailable)),
            cancellationToken));
        return command.Parse([.. arguments]).InvokeAsync();
    }

    private static Uri? ReadUrl(ArgumentResult argument)
    {
        if (Uri.TryCreate(argument.Tokens[0].Value, UriKind.Absolute, out var url))
            return url;
        argument.AddError($"{argument.Tokens[0].Value} is no address; one looks like http://127.0.0.1:5080.");
        return null;
    }

    private static void AddErrorUnlessIn(int value, int lowest, int highest, Action<string> addError)
    {
        if (value < lowest || value > highest)
            addError($"{value} is not in {lowest}..{highest}.");
    }

    private static async Task<int> RunAsync(SteadyOptions options, CancellationToken cancellationToken)
    {
        using var client = new SteadyClient(options.Url, options.HostHeader, options.Deadline);
        try
        {
            var load = await SteadyLoad.PrepareAsync(client, cancellationToken);
            // Scripts wait for it before they do something to the platform.
            await Console.Error.WriteLineAsync("Asking.");
            var counts = await load.RunAsync(options, cancellationToken);
            Console.WriteLine(counts);
            return counts.AreGood(options.AllowUnavailable) ? 0 : 1;
        }
        catch (InvalidDataException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return 2;
        }
    }
}

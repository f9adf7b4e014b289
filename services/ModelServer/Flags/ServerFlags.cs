using System.CommandLine;
using System.CommandLine.Parsing;

namespace LabelPlatform.ModelServer.Flags;

/// <summary>The command line: TensorFlow Serving's flags, and the arguments that every .NET host takes (<c>--urls</c>, <c>--Section:Key=value</c>).</summary>
/// <param name="Settings">The flags as settings, which go before all other configuration.</param>
/// <param name="HostArguments">What is left for the host.</param>
/// <param name="ExitCode">The exit code when the command line was all there was to it (help, an error), else null.</param>
internal sealed record ServerFlags(IReadOnlyDictionary<string, string?> Settings, string[] HostArguments, int? ExitCode)
{
    private static readonly ParserConfiguration Configuration = new() { EnablePosixBundling = false, ResponseFileTokenReplacer = null };

    /// <summary>Reads the command line; what is wrong with it is written in one line.</summary>
    public static ServerFlags Parse(string[] args, TextWriter output, TextWriter error)
    {
        var (flagArguments, hostArguments) = HostArgument.Split(args);
        var command = new RootCommand("Serves SavedModels over TensorFlow Serving's REST interface.");
        foreach (var flag in FlagTable.All)
            command.Add(flag);

        var result = command.Parse(flagArguments, Configuration);
        if (result.Errors.Count > 0)
        {
            error.WriteLine($"LabelPlatform.ModelServer could not start: {Describe(result)} --help lists the flags.");
            return new ServerFlags(new Dictionary<string, string?>(), hostArguments, ExitCode: 1);
        }

        var exitCode = result.Action is null ? (int?)null : result.Invoke(new InvocationConfiguration { Output = output, Error = error });
        return new ServerFlags(ReadSettings(result), hostArguments, exitCode);
    }

    private static string Describe(ParseResult result) => result.UnmatchedTokens switch
    {
        [var flag, ..] when flag.StartsWith('-') => $"Unknown flag '{flag}'.",
        [var argument, ..] => $"Unexpected argument '{argument}'.",
        _ => result.Errors[0].Message,
    };

    private static Dictionary<string, string?> ReadSettings(ParseResult result)
    {
        var given = FlagTable.All.Select(result.GetResult).OfType<OptionResult>().Where(option => !option.Implicit).ToArray();
        var settings = given
            .Where(option => FlagTable.HasEffect(option.Option))
            .ToDictionary(option => FlagTable.SettingOf(option.Option), option => (string?)FlagTable.ValueOf(option));
        var withoutEffect = given.Where(option => !FlagTable.HasEffect(option.Option)).Select(option => option.Option.Name).ToArray();
        if (withoutEffect.Length > 0)
            settings[$"{ModelServerOptions.Section}:{nameof(ModelServerOptions.FlagsWithoutEffect)}"] = string.Join(", ", withoutEffect);
        return settings;
    }
}

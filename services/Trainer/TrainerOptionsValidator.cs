using LabelPlatform.Trainer.Worker;
using Microsoft.Extensions.Options;

namespace LabelPlatform.Trainer;

/// <summary>What data annotations cannot say of the options.</summary>
internal sealed class TrainerOptionsValidator : IValidateOptions<TrainerOptions>
{
    public ValidateOptionsResult Validate(string? name, TrainerOptions options)
    {
        var problems = options.Profiles.Select(profile => FindProblem(profile.Key, profile.Value)).OfType<string>().ToList();
        if (options.WindowSeconds < options.SampleSeconds)
            problems.Add($"Trainer:WindowSeconds is {options.WindowSeconds}, less than Trainer:SampleSeconds; a window holds at least one sample.");
        return problems.Count > 0 ? ValidateOptionsResult.Fail(problems) : ValidateOptionsResult.Success;
    }

    private static string? FindProblem(string name, TrainerProfileOptions profile)
    {
        var at = $"Trainer:Profiles:{name}";
        return profile switch
        {
            _ when name == TrainerPrograms.Builtin => $"{at}: '{name}' is the platform's own trainer; give yours another name.",
            { Command: [] or ["", ..] } => $"{at}:Command is empty; it is the program and its arguments.",
            { Cores: not (> 0 and <= 10_000) } => $"{at}:Cores is {profile.Cores}, not between 0 and 10,000.",
            { MemoryBytes: < 1 } => $"{at}:MemoryBytes is {profile.MemoryBytes}, not 1 or more.",
            { TimeoutMinutes: not (null or (>= 0.01 and <= 100_000)) } => $"{at}:TimeoutMinutes is {profile.TimeoutMinutes}, not between 0.01 and 100,000.",
            _ => null,
        };
    }
}

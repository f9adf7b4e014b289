using LabelPlatform.Contracts.Training;
using Microsoft.Extensions.Options;

namespace LabelPlatform.Trainer.Worker;

/// <summary>The trainers that may be started: <c>builtin</c> and the profiles of the options. Nothing that a message says becomes a part of a command.</summary>
internal sealed class TrainerPrograms
{
    public const string Builtin = "builtin";

    private readonly Dictionary<string, TrainerProgram> _programs = new(StringComparer.Ordinal);

    public TrainerPrograms(IOptions<TrainerOptions> options)
    {
        var settings = options.Value;
        var trainer = TrainerExecutable.Find(AppContext.BaseDirectory);
        var timeout = TimeSpan.FromMinutes(settings.TimeoutMinutes);
        Threads = settings.Threads ?? Math.Max(1, (int)((settings.Cores ?? Environment.ProcessorCount) / 2));
        Evaluation = new TrainerProgram([.. trainer, "evaluate", "--job", "{job}", "--supervised"], timeout, IsTraining: false);
        _programs.Add(Builtin, new TrainerProgram([.. trainer, "train", "--job", "{job}", "--supervised"], timeout, IsTraining: true));
        var offers = new List<TrainingProfileOffer> { new(Builtin, Threads, settings.BuiltinMemoryBytes) };
        foreach (var (name, profile) in settings.Profiles.OrderBy(profile => profile.Key, StringComparer.Ordinal))
        {
            var ownTimeout = profile.TimeoutMinutes is { } minutes ? TimeSpan.FromMinutes(minutes) : timeout;
            _programs.Add(name, new TrainerProgram([.. trainer, "run", "--supervised", "--", .. profile.Command], ownTimeout, IsTraining: true));
            offers.Add(new TrainingProfileOffer(name, profile.Cores, profile.MemoryBytes));
        }

        Offers = offers;
    }

    /// <summary>Threads that a trainer uses at most.</summary>
    public int Threads { get; }

    /// <summary>What judges the version of any trainer.</summary>
    public TrainerProgram Evaluation { get; }

    /// <summary>What the scheduler is told of them.</summary>
    public IReadOnlyList<TrainingProfileOffer> Offers { get; }

    /// <returns>Null when this worker has no such profile.</returns>
    public TrainerProgram? Find(string profile) => _programs.GetValueOrDefault(profile);

    /// <summary>What to say of a profile that is not there.</summary>
    public string Unknown(string profile) =>
        $"This worker has no profile '{profile}', only {string.Join(", ", Offers.Select(offer => $"'{offer.Name}'"))}. Add it to Trainer:Profiles in the worker's settings, or ask for another.";
}

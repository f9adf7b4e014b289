using System.CommandLine;
using LabelPlatform.Trainer.Supervision;

namespace LabelPlatform.Trainer.Commands;

/// <summary>What the program does besides being the worker: the processes that the worker starts.</summary>
internal static class TrainerCommands
{
    private static readonly string[] Names = ["train", "evaluate", "run", "--help", "-h", "-?", "--version"];

    /// <summary>Whether the arguments are a command; otherwise they are settings of the worker.</summary>
    public static bool AreMeant(string[] args) => args.Length > 0 && Names.Contains(args[0], StringComparer.Ordinal);

    public static Task<int> RunAsync(string[] args)
    {
        // An operator's argument may begin with @ without being the name of a file of arguments.
        var parsing = new ParserConfiguration { ResponseFileTokenReplacer = null };
        return new RootCommand("Trains the models of labels. Without a command it is the training worker.") { Train(), Evaluate(), Run() }
            .Parse(args, parsing).InvokeAsync();
    }

    private static Command Train() => ForJob(
        "train", "Trains one model and leaves its version in a folder.",
        (job, cancellation) => TrainCommand.Run(job, Console.Out, Console.Error, cancellation));

    private static Command Evaluate() => ForJob(
        "evaluate", "Reads the version that a job has left and judges it by the test rows.",
        (job, cancellation) => EvaluateCommand.Run(job, Console.Out, Console.Error, cancellation));

    private static Command ForJob(string name, string description, Func<string, CancellationToken, int> run)
    {
        var job = new Option<FileInfo>("--job") { Description = "The job, as JSON; services/Trainer/README.md says what is in it.", Required = true };
        var supervised = Supervised();
        var command = new Command(name, description) { job, supervised };
        command.SetAction((parsed, cancellation) =>
        {
            if (parsed.GetValue(supervised))
                SupervisedGroup.Enter();
            return Task.FromResult(run(parsed.GetRequiredValue(job).FullName, cancellation));
        });
        return command;
    }

    private static Command Run()
    {
        var program = new Argument<string[]>("program") { Description = "After --: a program and its arguments.", Arity = ArgumentArity.OneOrMore };
        var supervised = Supervised();
        var command = new Command("run", "Starts a program, passes its output through and ends with its exit code.") { supervised, program };
        command.SetAction((parsed, cancellation) =>
        {
            if (parsed.GetValue(supervised))
                SupervisedGroup.Enter();
            return RunCommand.RunAsync(parsed.GetRequiredValue(program), Console.Out, cancellation);
        });
        return command;
    }

    private static Option<bool> Supervised() => new("--supervised")
    {
        Description = "Leads a process group of low priority, which ends as soon as standard input does.",
    };
}

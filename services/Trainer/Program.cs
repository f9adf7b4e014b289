using System.CommandLine;
using LabelPlatform.Trainer;

var job = new Option<FileInfo>("--job") { Description = "The job, as JSON; services/Trainer/README.md says what is in it.", Required = true };
var train = new Command("train", "Trains one model and leaves its version in a folder.") { job };
train.SetAction((parsed, cancellation) => Task.FromResult(TrainCommand.Run(parsed.GetRequiredValue(job).FullName, Console.Out, Console.Error, cancellation)));

return await new RootCommand("Trains the models of labels.") { train }.Parse(args).InvokeAsync();

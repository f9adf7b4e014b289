using LabelPlatform.ServiceDefaults;
using LabelPlatform.ServiceDefaults.Health;
using LabelPlatform.ServiceDefaults.Messaging;
using LabelPlatform.Trainer;
using LabelPlatform.Trainer.Commands;

return TrainerCommands.AreMeant(args) ? await TrainerCommands.RunAsync(args) : await RunWorkerAsync(args);

// A method of its own: a command does not load what the worker needs.
static async Task<int> RunWorkerAsync(string[] args)
{
    var builder = WebApplication.CreateBuilder(args);
    builder.AddServiceDefaults();
    builder.AddTrainer();
    builder.AddMessaging(bus => bus.AddTrainerConsumers());

    var app = builder.Build();
    app.MapHealth();
    return await app.RunServiceAsync();
}

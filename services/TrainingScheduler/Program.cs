using LabelPlatform.ServiceDefaults;
using LabelPlatform.ServiceDefaults.Health;
using LabelPlatform.ServiceDefaults.Messaging;
using LabelPlatform.TrainingScheduler;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddTrainingScheduler();
builder.AddMessaging(bus => bus.AddTrainingSchedulerConsumers());

var app = builder.Build();
app.MapHealth();
return await app.RunServiceAsync();

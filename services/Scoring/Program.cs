using LabelPlatform.Scoring;
using LabelPlatform.ServiceDefaults;
using LabelPlatform.ServiceDefaults.Health;
using LabelPlatform.ServiceDefaults.Messaging;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddScoring();
builder.AddMessaging(bus => bus.AddScoringConsumers());

var app = builder.Build();
app.MapHealth();
return await app.RunServiceAsync();

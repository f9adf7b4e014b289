using LabelPlatform.Inference;
using LabelPlatform.ServiceDefaults;
using LabelPlatform.ServiceDefaults.Health;
using LabelPlatform.ServiceDefaults.Messaging;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddInference();
builder.AddMessaging(bus => bus.AddInferenceConsumers());

var app = builder.Build();
app.MapHealth();
return await app.RunServiceAsync();

using LabelPlatform.Preprocess;
using LabelPlatform.ServiceDefaults;
using LabelPlatform.ServiceDefaults.Health;
using LabelPlatform.ServiceDefaults.Messaging;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddPreprocess();
builder.AddMessaging(bus => bus.AddPreprocessConsumers());

var app = builder.Build();
app.MapHealth();
return await app.RunServiceAsync();

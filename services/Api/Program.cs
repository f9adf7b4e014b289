using LabelPlatform.Api;
using LabelPlatform.ServiceDefaults;
using LabelPlatform.ServiceDefaults.Health;
using LabelPlatform.ServiceDefaults.Messaging;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddApi();
builder.AddMessaging(bus => bus.AddApiConsumers());

var app = builder.Build();
app.MapApi();
app.MapHealth();
return await app.RunServiceAsync();

using LabelPlatform.GraphMatch;
using LabelPlatform.ServiceDefaults;
using LabelPlatform.ServiceDefaults.Health;
using LabelPlatform.ServiceDefaults.Messaging;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddGraphMatch();
builder.AddMessaging(bus => bus.AddGraphMatchConsumers());

var app = builder.Build();
app.MapHealth();
return await app.RunServiceAsync();

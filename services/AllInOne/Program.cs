using LabelPlatform.ServiceDefaults;
using LabelPlatform.ServiceDefaults.Health;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();

var app = builder.Build();
app.MapHealth();
return await app.RunServiceAsync();

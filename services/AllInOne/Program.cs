using LabelPlatform.AllInOne;
using LabelPlatform.Api;
using LabelPlatform.ServiceDefaults;
using LabelPlatform.ServiceDefaults.Health;

// Settings lie beside the program, data beside where it was started.
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.AddServiceDefaults();
builder.AddAllInOne();

var app = builder.Build();
app.MapApi();
app.MapHealth();
return await app.RunServiceAsync();

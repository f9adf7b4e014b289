using LabelPlatform.ModelServer;
using LabelPlatform.ModelServer.Flags;
using LabelPlatform.ServiceDefaults;
using LabelPlatform.ServiceDefaults.Health;

var flags = ServerFlags.Parse(args, Console.Out, Console.Error);
if (flags.ExitCode is { } exitCode)
    return exitCode;

// Settings lie beside the program, models beside where it was started.
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = flags.HostArguments, ContentRootPath = AppContext.BaseDirectory });
builder.Configuration.AddInMemoryCollection(flags.Settings);
builder.ListenOnRestApiPort();
builder.AddServiceDefaults();
builder.AddModelServer();

var app = builder.Build();
app.MapModelServer();
app.MapHealth();
return await app.RunServiceAsync();

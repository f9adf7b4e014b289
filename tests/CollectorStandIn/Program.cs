using System.Net;
using LabelPlatform.CollectorStandIn;

// The collector's own arguments (--config=…) may be given and say nothing here; the ports can be set for tests.
var settings = new ConfigurationBuilder().AddEnvironmentVariables("COLLECTOR_").AddCommandLine(args).Build();
await CollectorApp.Build(
    IPAddress.Any,
    settings.GetValue("OtlpPort", 4317),
    settings.GetValue("HttpPort", 8889),
    settings.GetValue("HealthPort", 13133),
    settings.GetValue("Discard", false)).RunAsync();

using LabelPlatform.Seed;
using LabelPlatform.ServiceDefaults;
using LabelPlatform.ServiceDefaults.Messaging;

var builder = Host.CreateApplicationBuilder(args);
builder.AddServiceDefaults();
builder.AddSeed();
builder.AddMessaging(_ => { });

using var host = builder.Build();
return await host.RunOnceAsync<Seeder>((seeder, cancellation) => seeder.RunAsync(cancellation));

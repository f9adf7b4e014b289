using System.Text.Json;
using MassTransit;
using MassTransit.MessageData;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace LabelPlatform.ServiceDefaults.Messaging;

/// <summary>The bus that every service talks over.</summary>
public static class MessagingExtensions
{
    /// <summary>Adds the bus with the consumers that <paramref name="addConsumers"/> lists.</summary>
    public static TBuilder AddMessaging<TBuilder>(this TBuilder builder, Action<IBusRegistrationConfigurator> addConsumers)
        where TBuilder : IHostApplicationBuilder
    {
        builder.Services.AddValidatedOptions<MessagingOptions>(MessagingOptions.Section);
        builder.Services.AddMessageData();
        builder.Services.AddSingleton<BrokerPort>();
        var transport = builder.Configuration.GetSection(MessagingOptions.Section).GetValue(nameof(MessagingOptions.Transport), MessagingTransport.RabbitMq);
        builder.Services.AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();
            bus.SetKebabCaseEndpointNameFormatter();
            bus.AddConsumeObserver<QueueAgeObserver>();
            addConsumers(bus);
            if (transport is MessagingTransport.InMemory)
                bus.UsingInMemory(ConfigureInMemory);
            else
                bus.UsingRabbitMq(ConfigureRabbitMq);
        });
        return builder;
    }

    private static void ConfigureInMemory(IBusRegistrationContext context, IInMemoryBusFactoryConfigurator bus)
    {
        bus.ConfigureJson();
        bus.ConfigureEndpoints(context);
    }

    private static void ConfigureRabbitMq(IBusRegistrationContext context, IRabbitMqBusFactoryConfigurator bus)
    {
        var options = context.GetRequiredService<IOptions<MessagingOptions>>().Value;
        var port = context.GetRequiredService<BrokerPort>();
        bus.Host(options.Host, options.Port, options.VirtualHost, host =>
        {
            host.Username(options.Username);
            host.Password(options.Password);
            host.OnRefreshConnectionFactory = _ => port.UntilOpenAsync(options.Host, options.Port);
            if (options.UseTls)
                host.UseSsl(_ => { });
        });
        // The queue that replies come back to. Brokers from 4.3 refuse MassTransit's default, a transient queue that is not exclusive.
        bus.Durable = true;
        bus.AutoDelete = true;
        bus.QueueExpiration = TimeSpan.FromMinutes(1);

        bus.ConfigureJson();
        bus.ConfigureEndpoints(context);
    }

    /// <summary>
    /// A message is the body, as plain JSON; what MassTransit knows of it is in the headers. MassTransit's default, an envelope around it,
    /// indented, is three times as long and parsed five times: it cost half of the throughput.
    /// </summary>
    private static void ConfigureJson(this IBusFactoryConfigurator bus)
    {
        bus.UseRawJsonSerializer(isDefault: true);
        bus.ConfigureJsonSerializerOptions(json =>
        {
            json.WriteIndented = false;
            json.AllowTrailingCommas = false;
            json.ReadCommentHandling = JsonCommentHandling.Disallow;
            return json;
        });
    }

    private static void AddMessageData(this IServiceCollection services)
    {
        services.AddSingleton<IMessageDataRepository>(provider =>
        {
            var path = provider.GetRequiredService<IOptions<MessagingOptions>>().Value.MessageDataPath;
            return new FileSystemMessageDataRepository(Directory.CreateDirectory(path));
        });
        services.AddSingleton<MessageDataFolder>();
        services.AddHostedService<MessageDataCleaner>();
    }
}

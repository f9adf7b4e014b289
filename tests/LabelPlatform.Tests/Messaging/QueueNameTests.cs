using System.Text.Json;
using System.Text.Json.Nodes;
using LabelPlatform.Api;
using LabelPlatform.GraphMatch;
using LabelPlatform.Inference;
using LabelPlatform.Preprocess;
using LabelPlatform.Scoring;
using LabelPlatform.ServiceDefaults;
using LabelPlatform.ServiceDefaults.Messaging;
using LabelPlatform.Trainer;
using LabelPlatform.TrainingScheduler;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Messaging;

/// <summary>Two services with one queue name would steal each other's messages, and AllInOne would hide it.</summary>
public sealed class QueueNameTests
{
    [Fact]
    public async Task Services_AllTheirConsumers_ShareNoQueueName()
    {
        string[] names =
        [
            .. await QueuesAsync(builder => builder.AddApi(), bus => bus.AddApiConsumers()),
            .. await QueuesAsync(builder => builder.AddPreprocess(), bus => bus.AddPreprocessConsumers()),
            .. await QueuesAsync(builder => builder.AddGraphMatch(), bus => bus.AddGraphMatchConsumers()),
            .. await QueuesAsync(builder => builder.AddInference(), bus => bus.AddInferenceConsumers()),
            .. await QueuesAsync(builder => builder.AddScoring(), bus => bus.AddScoringConsumers()),
            .. await QueuesAsync(builder => builder.AddTrainingScheduler(), bus => bus.AddTrainingSchedulerConsumers()),
            .. await QueuesAsync(builder => builder.AddTrainer(), bus => bus.AddTrainerConsumers()),
        ];

        names.ShouldBeUnique();
        names.ShouldContain("preprocess-texts");
        names.ShouldContain("match-labels");
        names.ShouldContain("predict-labels");
        names.ShouldContain("score-labels");
        names.ShouldContain(TrainerId.QueueOf(TrainerId.Of(Environment.MachineName)));
    }

    /// <summary>The queues of a service, composed as its Program.cs does it.</summary>
    private static async Task<string[]> QueuesAsync(Action<IHostApplicationBuilder> addService, Action<IBusRegistrationConfigurator> addConsumers)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection([new("Messaging:Transport", "InMemory")]);
        builder.AddServiceDefaults();
        addService(builder);
        builder.AddMessaging(addConsumers);
        await using var app = builder.Build();

        var bus = JsonSerializer.SerializeToNode(app.Services.GetRequiredService<IBusControl>().GetProbeResult())!["Results"]!["bus"]!;
        return [.. Endpoints(bus["host"]!["receiveEndpoint"]!).Select(endpoint => endpoint["name"]!.GetValue<string>())];
    }

    private static IEnumerable<JsonNode> Endpoints(JsonNode endpoints) =>
        endpoints is JsonArray array ? array.Select(endpoint => endpoint!) : [endpoints];
}

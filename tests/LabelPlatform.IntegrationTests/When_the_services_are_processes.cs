using LabelPlatform.Contracts.Labeling;
using LabelPlatform.IntegrationTests.Platform;
using MassTransit;
using Shouldly;
using Xunit;

namespace LabelPlatform.IntegrationTests;

[Collection(PlatformTests.Name)]
public class When_the_services_are_processes(PlatformFixture fixture)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Should_label_over_all_of_them()
    {
        var platform = await fixture.PlatformAsync();
        var answer = await platform.Api.LabelAsync(["今天买了香蕉和葡萄", "苹果", "没有说到什么"]);

        // The sigmoid of 0.8 + 0.6, and of 0.9, which the model answers.
        ApiAnswer.LabelsOf(answer.Items[0]!).ShouldBe("水果 0.802");
        answer.Items[0]!["labels"]![0]!["related"]!.AsArray().Select(label => label!.GetValue<string>()).ShouldBe(["食物", "万物"]);
        ApiAnswer.LabelsOf(answer.Items[1]!).ShouldStartWith("水果 0.711");
        answer.Items[2]!["labels"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_tell_consumers_in_another_process()
    {
        var heard = new TaskCompletionSource<TextsLabeled>(TaskCreationOptions.RunContinuationsAsynchronously);
        var platform = await fixture.PlatformAsync();
        var rabbitMq = await fixture.RabbitMqAsync();
        var bus = Bus.Factory.CreateUsingRabbitMq(configurator =>
        {
            configurator.Host(rabbitMq.Host, (ushort)rabbitMq.Port, rabbitMq.VirtualHost, host =>
            {
                host.Username(rabbitMq.Username);
                host.Password(rabbitMq.Password);
            });
            configurator.UseRawJsonDeserializer();
            configurator.ReceiveEndpoint(new TemporaryEndpointDefinition(), endpoint => endpoint.Handler<TextsLabeled>(context =>
            {
                heard.TrySetResult(context.Message);
                return Task.CompletedTask;
            }));
        });
        await bus.StartAsync();

        await platform.Api.LabelAsync("老虎吃香蕉");

        var labeled = (await heard.Task.WaitAsync(Patience)).Texts.ShouldHaveSingleItem();
        labeled.Labels.ShouldBe([new LabelScore("动物", 0.69), new LabelScore("水果", 0.69)], ignoreOrder: true);
        labeled.Text.ShouldBeNull();
        await bus.StopAsync();
    }
}

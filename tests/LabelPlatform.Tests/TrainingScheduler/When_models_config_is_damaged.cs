using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.TrainingScheduler;

public sealed class When_models_config_is_damaged
{
    [Theory]
    [InlineData(new byte[] { 0xC3, 0x28 })] // not UTF-8
    [InlineData(new byte[] { 0x7B })] // "{"
    public async Task Should_keep_it_beside_the_new_one(byte[] content)
    {
        await using var host = await SchedulerHost.StartAsync(prepare: host =>
        {
            Directory.CreateDirectory(host.Models);
            File.WriteAllBytes(Path.Combine(host.Models, "models.config"), content);
        });

        host.ModelsConfig.ShouldBe("model_config_list {\n}\n");
        (await File.ReadAllBytesAsync(Path.Combine(host.Models, "models.config.damaged"))).ShouldBe(content);
    }
}

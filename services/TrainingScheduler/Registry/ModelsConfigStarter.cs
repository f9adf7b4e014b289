namespace LabelPlatform.TrainingScheduler.Registry;

/// <summary>Writes <c>models.config</c> at start, so that it is what the registry says, whatever ended the process before.</summary>
internal sealed class ModelsConfigStarter(IServiceScopeFactory scopes) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ModelPublisher>().WriteConfigAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

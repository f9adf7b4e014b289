namespace LabelPlatform.ServiceDefaults.Messaging;

/// <summary>What tells this process from the other replicas of its service.</summary>
public static class ReplicaId
{
    /// <summary>Suffix of the names of this process's own queues: <c>bus.AddConsumer&lt;T&gt;().Endpoint(e => e.InstanceId = ReplicaId.Value)</c>.</summary>
    public static readonly string Value = "-" + Guid.NewGuid().ToString("N")[..12];
}

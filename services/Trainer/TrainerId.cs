using System.Security.Cryptography;
using System.Text;

namespace LabelPlatform.Trainer;

/// <summary>How a worker is called and reached.</summary>
public static class TrainerId
{
    /// <summary>The id of the worker of a name: the first 16 bytes of the name's SHA-256.</summary>
    public static Guid Of(string name) => new(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16), bigEndian: true);

    /// <summary>The queue of a worker, and the exchange of that name: <c>trainer-</c> and 32 hexadecimal digits.</summary>
    public static string QueueOf(Guid workerId) => $"trainer-{workerId:N}";

    /// <summary>Where messages to a worker are sent. They go nowhere when it is gone.</summary>
    public static Uri AddressOf(Guid workerId) => new($"exchange:{QueueOf(workerId)}");
}

using MassTransit;

namespace LabelPlatform.Api.Batching;

/// <summary>How a stage is asked: what it is called, what its message is made of, and how large an item is.</summary>
internal abstract class StageCall<TItem, TRequest, TReply>(IBus bus)
    where TRequest : class
    where TReply : class
{
    private readonly IRequestClient<TRequest> _client = bus.CreateRequestClient<TRequest>();

    /// <summary>Name of the service.</summary>
    public abstract string Stage { get; }

    /// <summary>What it does, as the metrics name it: <c>preprocess</c>, <c>match</c>, <c>predict</c> or <c>score</c>.</summary>
    public abstract string Work { get; }

    /// <summary>Bytes that an item adds to a message, roughly.</summary>
    public abstract int SizeOf(TItem item);

    /// <summary>Whether two items may travel in one message.</summary>
    public virtual bool MayShare(TItem first, TItem next) => true;

    /// <summary>Asks the stage. The message lives no longer than somebody waits for its answer.</summary>
    public async Task<TReply> SendAsync(IReadOnlyList<TItem> items, TimeSpan timeToLive)
    {
        if (timeToLive <= TimeSpan.Zero)
            throw new TimeoutException();
        using var request = _client.Create(Compose(items), timeout: timeToLive);
        request.UseExecute(context =>
        {
            context.Durable = false;
            context.TimeToLive = timeToLive;
        });
        return (await request.GetResponse<TReply>()).Message;
    }

    /// <summary>The message that asks for the items, in their order.</summary>
    protected abstract TRequest Compose(IReadOnlyList<TItem> items);
}

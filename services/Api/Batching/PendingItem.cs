namespace LabelPlatform.Api.Batching;

/// <summary>One item that waits to be sent.</summary>
internal readonly record struct PendingItem<TItem, TReply>(AskedItems<TItem, TReply> Asked, int Index)
    where TReply : class
{
    public TItem Item => Asked.Items[Index];

    public void Complete(Answer<TReply> answer) => Asked.Complete(Index, answer);
}

namespace LabelPlatform.Api.Batching;

/// <summary>A stage's answer for one item of a batch: item <paramref name="Index"/> of <paramref name="Reply"/>.</summary>
/// <param name="Reply">The reply that holds the item; null when the stage failed on this very item.</param>
/// <param name="Index">Position of the item in the reply.</param>
internal readonly record struct Answer<TReply>(TReply? Reply, int Index)
    where TReply : class;

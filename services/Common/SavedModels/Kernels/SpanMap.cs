namespace LabelPlatform.SavedModels.Kernels;

/// <summary>Maps a run of elements one by one.</summary>
internal delegate void SpanMap<TIn, TOut>(ReadOnlySpan<TIn> x, Span<TOut> destination);

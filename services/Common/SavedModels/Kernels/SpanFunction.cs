namespace LabelPlatform.SavedModels.Kernels;

/// <summary>Combines two runs of elements one by one.</summary>
internal delegate void SpanFunction<TIn, TOut>(ReadOnlySpan<TIn> x, ReadOnlySpan<TIn> y, Span<TOut> destination);

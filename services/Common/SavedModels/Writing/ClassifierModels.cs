using LabelPlatform.SavedModels.Protos;

namespace LabelPlatform.SavedModels.Writing;

/// <summary>
/// The graphs of the platform's classifiers, as frozen models that any TensorFlow Serving runs: signature <c>serving_default</c> from
/// <c>input</c>, int32 [-1, -1] (a row of ids a text; 0 is padding), to <c>income</c>, float [-1, 1], the probabilities.
/// </summary>
public static class ClassifierModels
{
    private const string Input = "input";
    private const string Output = "income";

    /// <summary>
    /// The original's network: the mean of the ids' embeddings, a dense layer, a sigmoid. Padding counts in the mean, as an embedding of its own,
    /// unless it is masked.
    /// </summary>
    /// <param name="embedding">The table [V, D]: a row an id.</param>
    /// <param name="kernel">The dense layer's weights [D, C].</param>
    /// <param name="bias">The dense layer's bias [C].</param>
    /// <param name="maskPadding">Whether id 0 is left out of the mean; the mean of a row of nothing else is then 0.</param>
    public static SavedModelProto Embedding(Tensor<float> embedding, Tensor<float> kernel, Tensor<float> bias, bool maskPadding = false)
    {
        if (!Fit(embedding.Shape, kernel.Shape, bias.Shape))
        {
            throw new ArgumentException(
                $"An embedding {embedding.Shape}, a kernel {kernel.Shape} and a bias {bias.Shape} make no network of [V,D], [D,C], [C].", nameof(kernel));
        }

        var graph = new GraphBuilder();
        var ids = graph.Placeholder(Input, DataType.DtInt32, -1, -1);
        var rows = Gather(graph, "embedding", embedding, ids);
        var mean = maskPadding ? MaskedMean(graph, rows, ids) : graph.Add("Mean", "mean", [rows, graph.Constant("mean/axis", 1)], OfFloat(), Index("Tidx"));
        var product = graph.Add("MatMul", "dense/product", [mean, graph.Constant("dense/kernel", kernel)], OfFloat());
        var logits = graph.Add("BiasAdd", "dense/logits", [product, graph.Constant("dense/bias", bias)], OfFloat());
        return Finish(graph, logits, bias.Length);
    }

    /// <summary>
    /// A linear classifier over weighted features whose vector has length 1: the probability is sigmoid(scale · Σ w / √Σ q + shift) over the ids of
    /// a text, where each id has a weight w (its coefficient times its idf) and a square q (idf²).
    /// </summary>
    /// <param name="table">The table [V, 2]: w and q of each id. Row 0, the padding, has to be zero.</param>
    /// <param name="scale">Slope of the calibration.</param>
    /// <param name="shift">Offset of the calibration.</param>
    public static SavedModelProto Linear(Tensor<float> table, float scale, float shift)
    {
        if (table.Shape.Rank != 2 || table.Shape[0] == 0 || table.Shape[1] != 2)
            throw new ArgumentException($"The table has the shape {table.Shape}, not [V, 2] with a row for the padding.", nameof(table));
        if (table.Values[0] != 0 || table.Values[1] != 0)
            throw new ArgumentException("Row 0 of the table, the padding, has to be zero.", nameof(table));

        var graph = new GraphBuilder();
        var ids = graph.Placeholder(Input, DataType.DtInt32, -1, -1);
        var rows = Gather(graph, "features", table, ids);
        var sums = graph.Add("Sum", "sums", [rows, graph.Constant("sums/axis", 1)], OfFloat(), Index("Tidx"));
        var weight = Column(graph, "weight", sums, 0);
        // A text without a known feature has the length 0, and the score 0.
        var square = graph.Add("Maximum", "square/floor", [Column(graph, "square", sums, 1), graph.Scalar("square/least", 1e-12f)], OfFloat());
        var score = graph.Add("Mul", "score", [weight, graph.Add("Rsqrt", "square/inverse_root", [square], OfFloat())], OfFloat());
        var scaled = graph.Add("Mul", "score/scaled", [score, graph.Scalar("scale", scale)], OfFloat());
        var logits = graph.Add("AddV2", "logits", [scaled, graph.Scalar("shift", shift)], OfFloat());
        return Finish(graph, logits, classes: 1);
    }

    private static SavedModelProto Finish(GraphBuilder graph, string logits, int classes)
    {
        var probabilities = graph.Add("Sigmoid", "probabilities", [logits], OfFloat());
        graph.Add("Identity", Output, [probabilities], OfFloat());
        return graph.Build((Input, DataType.DtInt32, [-1, -1]), (Output, DataType.DtFloat, [-1, classes]));
    }

    private static string Gather(GraphBuilder graph, string name, Tensor<float> table, string ids)
    {
        var values = graph.Constant($"{name}/table", table);
        var axis = graph.Scalar($"{name}/axis", 0);
        return graph.Add("GatherV2", name, [values, ids, axis], ("Tparams", Type(DataType.DtFloat)), Index("Tindices"), Index("Taxis"));
    }

    private static string MaskedMean(GraphBuilder graph, string rows, string ids)
    {
        var isWord = graph.Add("NotEqual", "mask/is_word", [ids, graph.Scalar("mask/padding", 0)], ("T", Type(DataType.DtInt32)));
        var ones = graph.Add("Cast", "mask/ones", [isWord], ("SrcT", Type(DataType.DtBool)), ("DstT", Type(DataType.DtFloat)));
        var mask = graph.Add("ExpandDims", "mask", [ones, graph.Scalar("mask/axis", -1)], OfFloat(), Index("Tdim"));
        var masked = graph.Add("Mul", "masked", [rows, mask], OfFloat());
        var axis = graph.Constant("mean/axis", 1);
        var sum = graph.Add("Sum", "mean/sum", [masked, axis], OfFloat(), Index("Tidx"));
        var count = graph.Add("Sum", "mean/count", [mask, axis], OfFloat(), Index("Tidx"));
        var atLeastOne = graph.Add("Maximum", "mean/divisor", [count, graph.Scalar("mean/one", 1f)], OfFloat());
        return graph.Add("RealDiv", "mean", [sum, atLeastOne], OfFloat());
    }

    // sums[:, column:column + 1]
    private static string Column(GraphBuilder graph, string name, string sums, int column)
    {
        var begin = graph.Constant($"{name}/begin", 0, column);
        var end = graph.Constant($"{name}/end", 0, column + 1);
        var strides = graph.Constant($"{name}/strides", 1, 1);
        var wholeFirstDimension = new AttrValue { I = 1 };
        return graph.Add(
            "StridedSlice", name, [sums, begin, end, strides], OfFloat(), Index("Index"), ("begin_mask", wholeFirstDimension), ("end_mask", wholeFirstDimension));
    }

    private static (string, AttrValue) OfFloat() => ("T", Type(DataType.DtFloat));

    private static (string, AttrValue) Index(string name) => (name, Type(DataType.DtInt32));

    private static AttrValue Type(DataType type) => new() { Type = type };

    private static bool Fit(TensorShape embedding, TensorShape kernel, TensorShape bias) =>
        embedding.Rank == 2 && kernel.Rank == 2 && bias.Rank == 1 && embedding[1] == kernel[0] && kernel[1] == bias[0];
}

using System.Reflection;
using LabelPlatform.SavedModels.Execution;
using LabelPlatform.SavedModels.Kernels;
using LabelPlatform.SavedModels.Protos;

namespace LabelPlatform.SavedModels.Graphs;

/// <summary>The operations that are computed. Those that only pass values on, or belong to variables and functions, are in <see cref="NodeCompiler"/>.</summary>
internal static class OperationCatalog
{
    private static readonly Dictionary<string, Operation> Operations = new(StringComparer.Ordinal)
    {
        ["Add"] = Generic("T T", typeof(ArithmeticKernel<>)),
        ["AddV2"] = Generic("T T", typeof(ArithmeticKernel<>)),
        ["Sub"] = Generic("T T", typeof(ArithmeticKernel<>)),
        ["Mul"] = Generic("T T", typeof(ArithmeticKernel<>)),
        ["Maximum"] = Generic("T T", typeof(ArithmeticKernel<>)),
        ["Minimum"] = Generic("T T", typeof(ArithmeticKernel<>)),
        ["RealDiv"] = Generic("T T", typeof(DivisionKernel<>)),
        ["DivNoNan"] = Generic("T T", typeof(DivisionKernel<>)),
        ["Equal"] = Generic("T T", typeof(EqualityKernel<>)),
        ["NotEqual"] = Generic("T T", typeof(EqualityKernel<>)),
        ["Greater"] = Generic("T T", typeof(ComparisonKernel<>)),
        ["GreaterEqual"] = Generic("T T", typeof(ComparisonKernel<>)),
        ["Less"] = Generic("T T", typeof(ComparisonKernel<>)),
        ["LessEqual"] = Generic("T T", typeof(ComparisonKernel<>)),
        ["Sigmoid"] = Generic("T", typeof(ActivationKernel<>)),
        ["Tanh"] = Generic("T", typeof(ActivationKernel<>)),
        ["Relu"] = Generic("T", typeof(ActivationKernel<>)),
        ["Rsqrt"] = Generic("T", typeof(ActivationKernel<>)),
        ["Softmax"] = Generic("T", typeof(SoftmaxKernel<>)),
        ["Cast"] = new("SrcT", CreateCast),
        ["MatMul"] = Generic("T T", typeof(MatMulKernel<>)),
        ["BiasAdd"] = Generic("T T", typeof(BiasAddKernel<>)),
        ["Sum"] = Generic("T #Tidx", typeof(ReduceKernel<>)),
        ["Mean"] = Generic("T #Tidx", typeof(ReduceKernel<>)),
        ["Max"] = Generic("T #Tidx", typeof(ReduceKernel<>)),
        ["Gather"] = Generic("Tparams #Tindices", typeof(GatherKernel<>), "Tparams"),
        ["GatherV2"] = Generic("Tparams #Tindices #Taxis", typeof(GatherKernel<>), "Tparams"),
        ["ResourceGather"] = Generic("dtype #Tindices", typeof(GatherKernel<>), "dtype"),
        ["ExpandDims"] = new("T #Tdim", node => new ExpandDimsKernel(node)),
        ["Squeeze"] = new("T", node => new SqueezeKernel(node)),
        ["Reshape"] = new("T #Tshape", node => new ReshapeKernel(node)),
        ["Shape"] = new("T", node => Create(typeof(ShapeKernel<>), node, node.Type("out_type", DataType.DtInt32))),
        ["Fill"] = Generic("#index_type T", typeof(FillKernel<>)),
        ["Tile"] = Generic("T #Tmultiples", typeof(TileKernel<>)),
        ["Select"] = Generic("bool T T", typeof(SelectKernel<>)),
        ["SelectV2"] = Generic("bool T T", typeof(SelectKernel<>)),
        ["Pack"] = Generic("T*", typeof(PackKernel<>)),
        ["ConcatV2"] = Generic("T* #Tidx", typeof(ConcatKernel<>)),
        ["StridedSlice"] = Generic("T #Index #Index #Index", typeof(StridedSliceKernel<>)),
        ["ArgMax"] = new("T #Tidx", node => Create(typeof(ArgMaxKernel<,>), node, node.Type("T"), node.Type("output_type", DataType.DtInt64))),
        ["TopKV2"] = new("T #Tk", node => Create(typeof(TopKKernel<>), node, node.Type("T")), "values", "indices"),
    };

    /// <summary>The operation of a name, or null when it is not one of ours.</summary>
    public static Operation? Find(string name) => Operations.GetValueOrDefault(name);

    private static Operation Generic(string inputs, Type kernel, string type = "T") => new(inputs, node => Create(kernel, node, node.Type(type)));

    private static Kernel? CreateCast(OperationNode node) => (node.Type("SrcT"), node.Type("DstT")) switch
    {
        (DataType.DtBool, var to) => Create(typeof(CastFromBoolKernel<>), node, to),
        (var from, DataType.DtBool) => Create(typeof(CastToBoolKernel<>), node, from),
        var (from, to) => Create(typeof(CastKernel<,>), node, from, to),
    };

    // Kernels are written once for all types; a model needs few of them, so each is made for a type when one asks for it.
    private static Kernel? Create(Type kernel, OperationNode node, params DataType[] types)
    {
        var elements = Array.ConvertAll(types, DataTypes.ElementType);
        if (elements.Contains(null))
            return null;
        try
        {
            return (Kernel)Activator.CreateInstance(
                kernel.MakeGenericType(elements!), BindingFlags.Instance | BindingFlags.Public | BindingFlags.DoNotWrapExceptions, null, [node], null)!;
        }
        catch (ArgumentException)
        {
            // The kernel's constraints leave this type out: there is no sigmoid of strings.
            return null;
        }
    }
}

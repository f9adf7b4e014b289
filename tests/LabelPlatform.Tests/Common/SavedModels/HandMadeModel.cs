using Google.Protobuf;
using LabelPlatform.SavedModels;
using LabelPlatform.SavedModels.Protos;

namespace LabelPlatform.Tests.Common.SavedModels;

/// <summary>A model put together node by node, as a program that means harm might: from the float input <c>x</c> to the output <c>y</c>.</summary>
internal sealed class HandMadeModel : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("labelplatform-model-").FullName;

    public HandMadeModel() => Add("Placeholder", "x", [], ("dtype", Type(DataType.DtFloat)));

    public GraphDef Graph { get; } = new() { Library = new FunctionDefLibrary(), Versions = new VersionDef { Producer = 500 } };

    public SignatureDef Signature { get; } = new()
    {
        Inputs = { ["x"] = new TensorInfo { Name = "x:0", Dtype = DataType.DtFloat } },
        Outputs = { ["y"] = new TensorInfo { Name = "y:0", Dtype = DataType.DtFloat } },
    };

    public HandMadeModel Add(string op, string name, string[] inputs, params (string Name, AttrValue Value)[] attributes)
    {
        Graph.Node.Add(Node(op, name, inputs, attributes));
        return this;
    }

    public HandMadeModel AddFloats(string name, params float[] values) => Add(
        "Const",
        name,
        [],
        ("dtype", Type(DataType.DtFloat)),
        ("value", new AttrValue { Tensor = new TensorProto { Dtype = DataType.DtFloat, TensorShape = Shape(values.Length), FloatVal = { values } } }));

    public HandMadeModel AddInts(string name, params int[] values) => Add(
        "Const",
        name,
        [],
        ("dtype", Type(DataType.DtInt32)),
        ("value", new AttrValue { Tensor = new TensorProto { Dtype = DataType.DtInt32, TensorShape = Shape(values.Length), IntVal = { values } } }));

    /// <summary>Adds a function from <c>a</c> to <c>r</c>, both floats.</summary>
    public HandMadeModel AddFunction(string name, string returns, params NodeDef[] nodes)
    {
        var signature = new OpDef
        {
            Name = name,
            InputArg = { new OpDef.Types.ArgDef { Name = "a", Type = DataType.DtFloat } },
            OutputArg = { new OpDef.Types.ArgDef { Name = "r", Type = DataType.DtFloat } },
        };
        Graph.Library.Function.Add(new FunctionDef { Signature = signature, NodeDef = { nodes }, Ret = { ["r"] = returns } });
        return this;
    }

    /// <summary>Loads what was put together.</summary>
    public SavedModel Load()
    {
        var model = new SavedModelProto
        {
            SavedModelSchemaVersion = 1,
            MetaGraphs =
            {
                new MetaGraphDef
                {
                    MetaInfoDef = new MetaGraphDef.Types.MetaInfoDef { Tags = { "serve" } },
                    GraphDef = Graph,
                    SignatureDef = { [SavedModel.DefaultSignature] = Signature },
                },
            },
        };
        File.WriteAllBytes(Path.Combine(_folder, "saved_model.pb"), model.ToByteArray());
        return SavedModel.Load(_folder);
    }

    /// <summary>Runs it on some floats.</summary>
    public float[] Run(params float[] x) =>
        ((Tensor<float>)Load().Run(SavedModel.DefaultSignature, new Dictionary<string, Tensor> { ["x"] = new Tensor<float>(new TensorShape(x.Length), x) })["y"])
        .Values.ToArray();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    public static NodeDef Node(string op, string name, string[] inputs, params (string Name, AttrValue Value)[] attributes)
    {
        var node = new NodeDef { Op = op, Name = name, Input = { inputs } };
        foreach (var (attribute, value) in attributes)
            node.Attr[attribute] = value;
        return node;
    }

    public static NodeDef Call(string name, string function, params string[] inputs) =>
        Node("PartitionedCall", name, inputs, ("f", new AttrValue { Func = new NameAttrList { Name = function } }));

    public static AttrValue Type(DataType type) => new() { Type = type };

    public static (string, AttrValue) Float => ("T", Type(DataType.DtFloat));

    private static TensorShapeProto Shape(int length) => new() { Dim = { new TensorShapeProto.Types.Dim { Size = length } } };
}

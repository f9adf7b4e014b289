using System.Runtime.InteropServices;
using Google.Protobuf;
using LabelPlatform.SavedModels.Protos;

namespace LabelPlatform.SavedModels.Writing;

/// <summary>
/// Builds the graph of a frozen model node by node. It writes only attributes that every release of TensorFlow knows, and leaves out those that have
/// their defaults.
/// </summary>
internal sealed class GraphBuilder
{
    // Any number from TensorFlow 1.2's (24), with which placeholders got their shapes, to about 1000 is read by every release.
    private const int Producer = 500;

    private readonly GraphDef _graph = new() { Versions = new VersionDef { Producer = Producer } };

    public string Placeholder(string name, DataType type, params ReadOnlySpan<long> shape)
    {
        var node = Node("Placeholder", name, []);
        node.Attr["dtype"] = new AttrValue { Type = type };
        node.Attr["shape"] = new AttrValue { Shape = Shape(shape) };
        return name;
    }

    public string Constant<T>(string name, Tensor<T> tensor)
        where T : unmanaged
    {
        var node = Node("Const", name, []);
        node.Attr["dtype"] = new AttrValue { Type = tensor.Type };
        node.Attr["value"] = new AttrValue
        {
            Tensor = new TensorProto
            {
                Dtype = tensor.Type,
                TensorShape = Shape(Array.ConvertAll(tensor.Shape.Dimensions.ToArray(), size => (long)size)),
                TensorContent = ByteString.CopyFrom(MemoryMarshal.AsBytes<T>(tensor.Values)),
            },
        };
        return name;
    }

    public string Constant(string name, params int[] vector) => Constant(name, new Tensor<int>(new TensorShape(vector.Length), vector));

    public string Scalar<T>(string name, T value)
        where T : unmanaged => Constant(name, new Tensor<T>(default, [value]));

    /// <summary>Adds an operation and returns its name, which stands for its output.</summary>
    public string Add(string op, string name, string[] inputs, params (string Name, AttrValue Value)[] attributes)
    {
        var node = Node(op, name, inputs);
        foreach (var (attribute, value) in attributes)
            node.Attr[attribute] = value;
        return name;
    }

    /// <summary>The model, with one signature of one input and one output.</summary>
    public SavedModelProto Build((string Name, DataType Type, long[] Shape) input, (string Name, DataType Type, long[] Shape) output)
    {
        var signature = new SignatureDef
        {
            Inputs = { [input.Name] = Info(input) },
            Outputs = { [output.Name] = Info(output) },
            MethodName = "tensorflow/serving/predict",
        };
        return new SavedModelProto
        {
            SavedModelSchemaVersion = 1,
            MetaGraphs =
            {
                new MetaGraphDef
                {
                    MetaInfoDef = new MetaGraphDef.Types.MetaInfoDef { Tags = { "serve" }, StrippedDefaultAttrs = true },
                    GraphDef = _graph,
                    SignatureDef = { [SavedModel.DefaultSignature] = signature },
                },
            },
        };
    }

    private static TensorInfo Info((string Name, DataType Type, long[] Shape) tensor) =>
        new() { Name = tensor.Name + ":0", Dtype = tensor.Type, TensorShape = Shape(tensor.Shape) };

    private static TensorShapeProto Shape(ReadOnlySpan<long> sizes)
    {
        var shape = new TensorShapeProto();
        foreach (var size in sizes)
            shape.Dim.Add(new TensorShapeProto.Types.Dim { Size = size });
        return shape;
    }

    private NodeDef Node(string op, string name, string[] inputs)
    {
        var node = new NodeDef { Name = name, Op = op, Input = { inputs } };
        _graph.Node.Add(node);
        return node;
    }
}

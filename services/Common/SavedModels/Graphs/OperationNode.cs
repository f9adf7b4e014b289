using LabelPlatform.SavedModels.Protos;

namespace LabelPlatform.SavedModels.Graphs;

/// <summary>A node of a graph with what is known of its inputs: what a kernel is made from.</summary>
/// <param name="definition">The node.</param>
/// <param name="attributes">Reads its attributes.</param>
/// <param name="inputTypes">The types of its inputs.</param>
internal sealed class OperationNode(NodeDef definition, NodeAttributes attributes, DataType[] inputTypes)
{
    public string Name => definition.Name;

    public string Op => definition.Op;

    public IReadOnlyList<DataType> InputTypes => inputTypes;

    /// <summary>The same node with other inputs.</summary>
    public OperationNode With(DataType[] types) => new(definition, attributes, types);

    /// <summary>A truth value, which is false where the node does not say it.</summary>
    public bool Bool(string name) => attributes.Find(name, AttrValue.ValueOneofCase.B)?.B ?? false;

    /// <summary>A number, which is 0 where the node does not say it.</summary>
    public long Int(string name) => attributes.Find(name, AttrValue.ValueOneofCase.I)?.I ?? 0;

    /// <summary>A list of numbers, which is empty where the node does not say it.</summary>
    public long[] Ints(string name) => attributes.Find(name, AttrValue.ValueOneofCase.List)?.List.I.ToArray() ?? [];

    /// <summary>A type; operations have a default for some.</summary>
    public DataType Type(string name, DataType byDefault = DataType.DtInvalid)
    {
        var type = attributes.Find(name, AttrValue.ValueOneofCase.Type)?.Type ?? byDefault;
        return type != DataType.DtInvalid ? type.Base() : throw Error($"has no attribute '{name}'");
    }

    /// <summary>A tensor.</summary>
    public TensorProto Tensor(string name) =>
        attributes.Find(name, AttrValue.ValueOneofCase.Tensor)?.Tensor ?? throw Error($"has no attribute '{name}'");

    /// <summary>A shape, or null where the node does not say it.</summary>
    public TensorShapeProto? Shape(string name) => attributes.Find(name, AttrValue.ValueOneofCase.Shape)?.Shape;

    /// <summary>The bytes of a text, or empty where the node does not say it.</summary>
    public string Text(string name) => attributes.Find(name, AttrValue.ValueOneofCase.S)?.S.ToStringUtf8() ?? "";

    /// <summary>A function and the attributes that it is called with.</summary>
    public NameAttrList Function(string name) =>
        attributes.Find(name, AttrValue.ValueOneofCase.Func)?.Func ?? throw Error($"has no attribute '{name}'");

    /// <summary>The node is not as its operation asks.</summary>
    public SavedModelException Error(string what) => new(StatusCode.InvalidArgument, $"Node '{Name}' ({Op}) {what}.");

    /// <summary>The node is right, but there is no code for it here.</summary>
    public SavedModelException Unsupported(string what) =>
        new(StatusCode.Unimplemented, $"Operation {Op} {what} is not supported (node '{Name}').");
}

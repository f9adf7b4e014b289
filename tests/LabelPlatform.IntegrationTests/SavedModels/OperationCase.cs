using LabelPlatform.SavedModels;
using LabelPlatform.SavedModels.Protos;

namespace LabelPlatform.IntegrationTests.SavedModels;

/// <summary>One operation on certain inputs.</summary>
/// <param name="Name">What is special about it.</param>
/// <param name="Op">The operation.</param>
/// <param name="Output">Type of what is looked at.</param>
/// <param name="Inputs">Its inputs.</param>
/// <param name="Attributes">Its attributes.</param>
/// <param name="OutputIndex">Which output is looked at.</param>
internal sealed record OperationCase(
    string Name, string Op, DataType Output, Tensor[] Inputs, (string Name, AttrValue Value)[] Attributes, int OutputIndex = 0)
{
    /// <summary>A model of this operation alone: inputs <c>in0</c>, <c>in1</c> …, output <c>out</c>.</summary>
    public SavedModelProto ToModel()
    {
        var graph = new GraphDef { Versions = new VersionDef { Producer = 500 } };
        var signature = new SignatureDef { MethodName = "tensorflow/serving/predict" };
        var node = new NodeDef { Name = "operation", Op = Op };
        for (var i = 0; i < Inputs.Length; i++)
        {
            var name = $"in{i}";
            graph.Node.Add(new NodeDef
            {
                Name = name,
                Op = "Placeholder",
                Attr = { ["dtype"] = new AttrValue { Type = Inputs[i].Type }, ["shape"] = new AttrValue { Shape = Unknown() } },
            });
            signature.Inputs[name] = new TensorInfo { Name = name + ":0", Dtype = Inputs[i].Type, TensorShape = Unknown() };
            node.Input.Add(name);
        }

        foreach (var (name, value) in Attributes)
            node.Attr[name] = value;
        graph.Node.Add(node);
        signature.Outputs["out"] = new TensorInfo { Name = $"operation:{OutputIndex}", Dtype = Output, TensorShape = Unknown() };
        return new SavedModelProto
        {
            SavedModelSchemaVersion = 1,
            MetaGraphs =
            {
                new MetaGraphDef
                {
                    MetaInfoDef = new MetaGraphDef.Types.MetaInfoDef { Tags = { "serve" } },
                    GraphDef = graph,
                    SignatureDef = { [SavedModel.DefaultSignature] = signature },
                },
            },
        };
    }

    private static TensorShapeProto Unknown() => new() { UnknownRank = true };
}

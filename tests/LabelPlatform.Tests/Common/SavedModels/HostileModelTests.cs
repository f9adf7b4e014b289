using FsCheck;
using FsCheck.Fluent;
using LabelPlatform.SavedModels;
using LabelPlatform.SavedModels.Protos;
using LabelPlatform.Testing;
using Shouldly;
using Xunit;
using static LabelPlatform.Tests.Common.SavedModels.HandMadeModel;

namespace LabelPlatform.Tests.Common.SavedModels;

/// <summary>Files that are damaged, or mean harm, are refused with an error that says what is wrong.</summary>
public sealed class HostileModelTests : IDisposable
{
    private readonly HandMadeModel _model = new();

    [Fact]
    public void Load_NodeThatDependsOnItself_IsRefused()
    {
        _model.Add("AddV2", "y", ["x", "z"], Float).Add("Tanh", "z", ["y"], Float);

        Refusal().ShouldContain("depends on itself");
    }

    [Fact]
    public void Load_NodeThatIsNotThere_IsNamed()
    {
        _model.Add("Tanh", "y", ["nowhere"], Float);

        Refusal().ShouldContain("no node 'nowhere'");
    }

    [Fact]
    public void Load_TwoNodesOfOneName_IsRefused()
    {
        _model.Add("Tanh", "y", ["x"], Float).Add("Sigmoid", "y", ["x"], Float);

        Refusal().ShouldContain("two nodes 'y'");
    }

    [Fact]
    public void Load_UnknownOperation_IsNamed()
    {
        _model.Add("LaunchMissiles", "y", ["x"], Float);

        Refusal(StatusCode.Unimplemented).ShouldContain("LaunchMissiles");
    }

    [Fact]
    public void Load_OutputThatIsNotThere_IsNamed()
    {
        _model.Add("Tanh", "z", ["x"], Float).Add("Tanh", "y", ["z:3"], Float);

        Refusal().ShouldContain("'z'");
    }

    [Theory]
    [InlineData("y::")]
    [InlineData("y:x")]
    [InlineData(":")]
    [InlineData("y:-1")]
    [InlineData("y:99999999999999999999")]
    public void Load_ReferenceThatIsNone_IsRefused(string reference)
    {
        _model.Add("Tanh", "y", [reference], Float);

        Refusal();
    }

    [Fact]
    public void Load_InputOfAnotherType_SaysBoth()
    {
        _model.AddInts("ids", 1, 2).Add("AddV2", "y", ["x", "ids"], Float);

        Refusal().ShouldSatisfyAllConditions(message => message.ShouldContain("int32"), message => message.ShouldContain("float"));
    }

    [Fact]
    public void Load_AttributeOfAnotherKind_IsNamed()
    {
        _model.Add("Tanh", "y", ["x"], ("T", new AttrValue { I = 1 }));

        Refusal().ShouldContain("'T'");
    }

    [Fact]
    public void Load_NoAttribute_IsNamed()
    {
        _model.Add("Tanh", "y", ["x"]);

        Refusal().ShouldContain("'T'");
    }

    [Fact]
    public void Load_TooFewInputs_IsRefused()
    {
        _model.Add("AddV2", "y", ["x"], Float);

        Refusal().ShouldContain("inputs");
    }

    [Fact]
    public void Load_FunctionThatCallsItself_IsRefused()
    {
        _model.AddFunction("f", "again:output:0", Call("again", "f", "a")).Graph.Node.Add(Call("y", "f", "x"));

        Refusal().ShouldContain("deep");
    }

    [Fact]
    public void Load_FunctionsThatDoubleAtEachLevel_AreRefused()
    {
        for (var level = 0; level < 40; level++)
            _model.AddFunction($"f{level}", "sum:z:0", Call("one", $"f{level + 1}", "a"), Call("two", $"f{level + 1}", "a"), Node("AddV2", "sum", ["one:output:0", "two:output:0"], Float));
        _model.AddFunction("f40", "r0:y:0", Node("Tanh", "r0", ["a"], Float)).Graph.Node.Add(Call("y", "f0", "x"));

        Refusal(StatusCode.ResourceExhausted).ShouldContain("functions");
    }

    [Fact]
    public void Load_FunctionThatIsNotThere_IsNamed()
    {
        _model.Graph.Node.Add(Call("y", "nothing", "x"));

        Refusal().ShouldContain("'nothing'");
    }

    [Fact]
    public void Load_ConstantsThatAskForMuchMemory_AreRefused()
    {
        _model.AddInts("size", 200_000_000).AddFloats("one", 1).AddInts("none")
            .Add("Reshape", "scalar", ["one", "none"], Float, ("Tshape", Type(DataType.DtInt32)))
            .Add("Fill", "a", ["size", "scalar"], Float, ("index_type", Type(DataType.DtInt32)))
            .Add("AddV2", "b", ["a", "one"], Float)
            .Add("AddV2", "y", ["x", "b"], Float);

        Refusal(StatusCode.ResourceExhausted).ShouldContain("limit");
    }

    [Fact]
    public void Load_WriterOfVariables_IsRefusedWithTheReason()
    {
        _model.Add("VarHandleOp", "v", [], ("dtype", Type(DataType.DtFloat))).Add("AssignVariableOp", "assign", ["v", "x"])
            .Add("Tanh", "y", ["x", "^assign"], Float);

        Refusal(StatusCode.Unimplemented).ShouldContain("earlier requests");
    }

    [Fact]
    public void Load_GraphForLaterReaders_IsRefused()
    {
        _model.Add("Tanh", "y", ["x"], Float).Graph.Versions.MinConsumer = 100_000;

        Refusal().ShouldContain("100000");
    }

    [Fact]
    public void Run_ChainOfAHundredThousandNodes_NeedsNoDeepStack()
    {
        _model.Add("Identity", "y0", ["x"], Float);
        for (var i = 1; i < 100_000; i++)
            _model.Add("Identity", $"y{i}", [$"y{i - 1}"], Float);
        _model.Add("Identity", "y", ["y99999"], Float);

        _model.Run(1.5f).ShouldBe([1.5f]);
    }

    [Fact]
    public void Load_InputThatNoMemoryHolds_IsNotTried()
    {
        _model.Add("Tanh", "y", ["x"], Float);
        _model.Signature.Inputs["x"].TensorShape = new TensorShapeProto { Dim = { new TensorShapeProto.Types.Dim { Size = int.MaxValue } } };

        Should.NotThrow(_model.Load);
    }

    [Fact]
    public void Load_DeeplyNestedMessage_IsRefused()
    {
        // Each level is a name and attributes that hold the next.
        var list = new NameAttrList { Name = "f" };
        for (var level = 0; level < 5000; level++)
            list = new NameAttrList { Attr = { ["f"] = new AttrValue { Func = list } } };
        _model.Add("PartitionedCall", "y", ["x"], ("f", new AttrValue { Func = list }));

        Refusal(StatusCode.DataLoss);
    }

    [Fact]
    public void Load_DamagedFile_IsRefusedOrStillAnswers()
    {
        var original = File.ReadAllBytes(SharedFolder.Get("keras-goldens", "synthetic", "food", "savedmodel_frozen", "1", "saved_model.pb"));
        using var folder = new TemporaryModelFolder();
        // The weights are most of the file; the graph is before and behind them.
        var positions = Gen.OneOf(Gen.Choose(0, 2000), Gen.Choose(original.Length - 3000, original.Length - 1), Gen.Choose(0, original.Length - 1));
        var damages = from position in positions from value in Gen.Choose(0, 255) from cut in Gen.Elements(false, false, true) select (position, value, cut);

        Prop.ForAll(damages.ToArbitrary(), damage =>
        {
            var bytes = damage.cut ? original[..damage.position] : [.. original];
            if (!damage.cut)
                bytes[damage.position] = (byte)damage.value;
            folder.Write(bytes);
            try
            {
                var model = SavedModel.Load(folder.Path);
                foreach (var (name, signature) in model.Signatures)
                    model.Run(name, signature.Inputs.Keys.ToDictionary(input => input, Tensor (_) => new Tensor<float>(new TensorShape(1, 2), [1, 2])));
            }
            catch (SavedModelException)
            {
                // Refused, with a reason.
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    public void Dispose() => _model.Dispose();

    private string Refusal(StatusCode code = StatusCode.InvalidArgument)
    {
        var error = Should.Throw<SavedModelException>(_model.Load);
        error.Code.ShouldBe(code, error.Message);
        return error.Message;
    }
}

using LabelPlatform.SavedModels;
using LabelPlatform.SavedModels.Protos;
using LabelPlatform.SavedModels.Writing;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Common.SavedModels.Writing;

/// <summary>What we write, we read again; the probabilities are calculated by hand. That TensorFlow reads it too, the integration tests see.</summary>
public sealed class ClassifierModelsTests : IDisposable
{
    private readonly TemporaryModelFolder _folder = new();

    [Fact]
    public void Embedding_SomeRows_GivesTheSigmoidOfTheMean()
    {
        var model = WriteAndLoad(ClassifierModels.Embedding(Matrix(3, 2, 1, -1, 2, 0, 4, 6), Matrix(2, 1, 0.5f, 0.25f), Vector(-1)));

        // Ids 1, 2: mean (3, 3), logit 1.5 + 0.75 - 1 = 1.25. Ids 0, 2: mean (2.5, 2.5), logit 1.25 + 0.625 - 1 = 0.875.
        Run(model, new TensorShape(2, 2), 1, 2, 0, 2).ShouldBe([Sigmoid(1.25), Sigmoid(0.875)], 1e-6);
    }

    [Fact]
    public void Embedding_MaskedPadding_LeavesPaddingOutOfTheMean()
    {
        var model = WriteAndLoad(ClassifierModels.Embedding(Matrix(3, 2, 9, 9, 2, 0, 4, 6), Matrix(2, 1, 0.5f, 0.25f), Vector(-1), maskPadding: true));

        // Id 2 alone: logit 2 + 1.5 - 1 = 2.5. Nothing: the bias.
        Run(model, new TensorShape(2, 2), 0, 2, 0, 0).ShouldBe([Sigmoid(2.5), Sigmoid(-1)], 1e-6);
    }

    [Fact]
    public void Linear_SomeRows_GivesTheCalibratedScore()
    {
        var model = WriteAndLoad(ClassifierModels.Linear(Matrix(3, 2, 0, 0, 1.5f, 9, -4, 16), scale: 2, shift: 0.5f));

        // Ids 1, 2: (1.5 - 4) / sqrt(25) = -0.5. Id 1 and padding: 1.5 / 3 = 0.5. Nothing: 0.
        Run(model, new TensorShape(3, 2), 1, 2, 1, 0, 0, 0).ShouldBe([Sigmoid(-0.5), Sigmoid(1.5), Sigmoid(0.5)], 1e-6);
    }

    [Fact]
    public void Signature_OfEveryModel_IsThePlatforms()
    {
        var signature = WriteAndLoad(ClassifierModels.Linear(Matrix(1, 2, 0, 0), 1, 0)).Signatures[SavedModel.DefaultSignature];

        signature.MethodName.ShouldBe("tensorflow/serving/predict");
        signature.Inputs.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            input => input.Key.ShouldBe("input"),
            input => input.Value.Dtype.ShouldBe(DataType.DtInt32),
            input => input.Value.TensorShape.Dim.Select(dim => dim.Size).ShouldBe([-1, -1]));
        signature.Outputs.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            output => output.Key.ShouldBe("income"),
            output => output.Value.Dtype.ShouldBe(DataType.DtFloat),
            output => output.Value.TensorShape.Dim.Select(dim => dim.Size).ShouldBe([-1, 1]));
    }

    [Fact]
    public void Embedding_ShapesThatDoNotFit_SaysThem() =>
        Should.Throw<ArgumentException>(() => ClassifierModels.Embedding(Matrix(1, 2, 1, 2), Matrix(1, 1, 1), Vector(1)))
            .Message.ShouldContain("[1,2]");

    [Fact]
    public void Linear_PaddingThatCounts_IsRefused() =>
        Should.Throw<ArgumentException>(() => ClassifierModels.Linear(Matrix(1, 2, 1, 0), 1, 0)).Message.ShouldContain("padding");

    [Fact]
    public void Write_WhereAModelIs_LeavesItAlone()
    {
        SavedModelWriter.Write(ClassifierModels.Linear(Matrix(1, 2, 0, 0), 1, 0), _folder.Path);

        Should.Throw<IOException>(() => SavedModelWriter.Write(ClassifierModels.Linear(Matrix(1, 2, 0, 0), 1, 0), _folder.Path));
    }

    public void Dispose() => _folder.Dispose();

    private SavedModel WriteAndLoad(SavedModelProto model)
    {
        SavedModelWriter.Write(model, _folder.Path);
        return SavedModel.Load(_folder.Path);
    }

    private static IEnumerable<double> Run(SavedModel model, TensorShape shape, params int[] ids) =>
        ((Tensor<float>)model.Run(SavedModel.DefaultSignature, new Dictionary<string, Tensor> { ["input"] = new Tensor<int>(shape, ids) })["income"])
        .Values.ToArray().Select(probability => (double)probability);

    private static double Sigmoid(double logit) => 1 / (1 + Math.Exp(-logit));

    private static Tensor<float> Matrix(int rows, int columns, params float[] values) => new(new TensorShape(rows, columns), values);

    private static Tensor<float> Vector(params float[] values) => new(new TensorShape(values.Length), values);
}

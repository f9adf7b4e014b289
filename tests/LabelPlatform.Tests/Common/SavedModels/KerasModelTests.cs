using LabelPlatform.SavedModels;
using LabelPlatform.SavedModels.Protos;
using LabelPlatform.Testing;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Common.SavedModels;

/// <summary>Every form in which real Keras and TensorFlow export the same trained network gives the probabilities that Keras gave.</summary>
public class KerasModelTests
{
    public static TheoryData<string, string> Exports => new()
    {
        { "synthetic/food", "savedmodel_keras/1" },
        { "synthetic/food", "savedmodel_tf2_named/1" },
        { "synthetic/food", "savedmodel_export/1" },
        { "synthetic/food", "savedmodel_tf1_builder/1571482447" },
        { "synthetic/food", "savedmodel_frozen/1" },
        { "synthetic/food", "savedmodel_frozen_int64/1" },
        { "synthetic/sports", "savedmodel_keras/1" },
        { "synthetic/sports", "savedmodel_tf2_named/1" },
        { "synthetic/sports", "savedmodel_tf1_builder/1571482447" },
        { "synthetic/sports", "savedmodel_frozen/1" },
        { "headlines/game", "savedmodel_keras/1" },
        { "headlines/game", "savedmodel_tf2_named/1" },
        { "headlines/game", "savedmodel_tf1_builder/1571482447" },
        { "headlines/game", "savedmodel_frozen/1" },
        { "headlines/car", "savedmodel_keras/1" },
        { "headlines/car", "savedmodel_tf2_named/1" },
        { "headlines/car", "savedmodel_tf1_builder/1571482447" },
        { "headlines/car", "savedmodel_frozen/1" },
    };

    [Theory]
    [MemberData(nameof(Exports))]
    public void Run_RowsOfKeras_GivesTheProbabilitiesOfKeras(string name, string export)
    {
        var golden = KerasGoldens.Get(name);
        var model = SavedModel.Load(golden.SavedModel(export));

        foreach (var split in new[] { "train", "test" })
            Predict(model, golden.Features(split)).ShouldBe(golden.Probabilities(split), 1e-6);
    }

    [Theory]
    [InlineData("food")]
    [InlineData("sports")]
    public void Run_ModelOf2019_GivesTheProbabilitiesOfKeras(string name)
    {
        var model = SavedModel.Load(SharedFolder.Get("keras-goldens", "synthetic", "seed2019", "model_train", name, "1571482447"));
        var rows = Seed2019.TestRows(name);

        Predict(model, [.. rows.Select(row => row.Features)]).ShouldBe(rows.Select(row => row.Probability), 1e-6);
    }

    private static IEnumerable<double> Predict(SavedModel model, IReadOnlyList<int[]> rows)
    {
        var signature = model.Signatures[SavedModel.DefaultSignature];
        var (name, info) = signature.Inputs.ShouldHaveSingleItem();
        var shape = new TensorShape(rows.Count, rows[0].Length);
        Tensor input = info.Dtype switch
        {
            DataType.DtFloat => new Tensor<float>(shape, [.. rows.SelectMany(row => row).Select(id => (float)id)]),
            DataType.DtInt64 => new Tensor<long>(shape, [.. rows.SelectMany(row => row).Select(id => (long)id)]),
            _ => new Tensor<int>(shape, [.. rows.SelectMany(row => row)]),
        };

        var outputs = model.Run(SavedModel.DefaultSignature, new Dictionary<string, Tensor> { [name] = input });
        var output = outputs[signature.Outputs.Keys.ShouldHaveSingleItem()].ShouldBeOfType<Tensor<float>>();
        output.Shape.ShouldBe(new TensorShape(rows.Count, 1));
        return output.Values.ToArray().Select(probability => (double)probability);
    }
}

using Google.Protobuf;
using LabelPlatform.Testing;
using Shouldly;
using Xunit;

namespace LabelPlatform.IntegrationTests.ModelServer;

/// <summary>The version before serves on, and the status page says why the new one does not.</summary>
public class When_a_version_is_broken
{
    [Fact]
    public Task Should_say_that_it_is_truncated() => BreakAsync(
        path => Write(path, ModelServerProcess.Model(2).ToByteArray().AsSpan()[..^40]), "DATA_LOSS", "damaged");

    [Fact]
    public Task Should_say_that_it_is_no_model() => BreakAsync(path => Write(path, "<html>404</html>"u8), "DATA_LOSS", "saved_model.pb");

    [Fact]
    public Task Should_say_that_its_weights_do_not_fit() => BreakAsync(
        path =>
        {
            var model = ModelServerProcess.Model(2);
            var kernel = model.MetaGraphs[0].GraphDef.Node.Single(node => node.Name == "dense/kernel").Attr["value"].Tensor;
            kernel.TensorShape.Dim[0].Size = 1;
            kernel.TensorContent = ByteString.CopyFrom(kernel.TensorContent.Span[..sizeof(float)]);
            Write(path, model.ToByteArray());
        },
        "INVALID_ARGUMENT",
        "Matrix size-incompatible");

    [Fact]
    public Task Should_say_that_its_variables_are_missing() => BreakAsync(
        path => Write(path, File.ReadAllBytes(SharedFolder.Get("keras-goldens", "synthetic", "food", "savedmodel_keras", "1", "saved_model.pb"))),
        "FAILED_PRECONDITION",
        "variables");

    [Fact]
    public Task Should_say_that_its_variables_are_damaged() => BreakAsync(
        path =>
        {
            var original = SharedFolder.Get("keras-goldens", "synthetic", "food", "savedmodel_keras", "1");
            Write(path, File.ReadAllBytes(Path.Combine(original, "saved_model.pb")));
            foreach (var file in Directory.GetFiles(Path.Combine(original, "variables")))
            {
                var bytes = File.ReadAllBytes(file);
                if (!file.EndsWith(".index", StringComparison.Ordinal))
                    bytes[bytes.Length / 2] ^= 1;
                Directory.CreateDirectory(Path.Combine(path, "variables"));
                File.WriteAllBytes(Path.Combine(path, "variables", Path.GetFileName(file)), bytes);
            }
        },
        "DATA_LOSS",
        "checksum");

    [Fact]
    public Task Should_name_the_operation_that_it_does_not_know() => BreakAsync(
        path =>
        {
            var model = ModelServerProcess.Model(2);
            model.MetaGraphs[0].GraphDef.Node.Single(node => node.Op == "Sigmoid").Op = "Erf";
            Write(path, model.ToByteArray());
        },
        "UNIMPLEMENTED",
        "Erf");

    [Fact]
    public async Task Should_heal_when_it_was_only_half_copied()
    {
        await using var server = await ModelServerProcess.StartNewAsync();
        var bytes = ModelServerProcess.Model(2).ToByteArray();

        Write(server.PathOf(2), bytes.AsSpan(0, bytes.Length / 2));
        await server.UntilAsync(2, "END");
        (await server.PredictAsync()).ShouldAllBe(row => Math.Abs(row - ModelServerProcess.AnswerOf(1)) < 1e-6f);

        Write(server.PathOf(2), bytes);
        await server.UntilAsync(2, "AVAILABLE");
        (await server.PredictAsync()).ShouldAllBe(row => Math.Abs(row - ModelServerProcess.AnswerOf(2)) < 1e-6f);
    }

    private static async Task BreakAsync(Action<string> write, string code, string message)
    {
        await using var server = await ModelServerProcess.StartNewAsync();

        write(server.PathOf(2));
        await server.UntilAsync(2, "END");

        var status = (await server.StatusAsync(2)).ShouldNotBeNull();
        status.Code.ShouldBe(code, status.Message);
        status.Message.ShouldContain(message);
        (await server.PredictAsync()).ShouldAllBe(row => Math.Abs(row - ModelServerProcess.AnswerOf(1)) < 1e-6f);
        (await server.StatusAsync(1)).ShouldNotBeNull().State.ShouldBe("AVAILABLE");
    }

    private static void Write(string path, ReadOnlySpan<byte> savedModel)
    {
        Directory.CreateDirectory(path);
        using var file = File.Create(Path.Combine(path, "saved_model.pb"));
        file.Write(savedModel);
    }
}

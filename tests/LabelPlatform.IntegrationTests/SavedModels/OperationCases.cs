using LabelPlatform.SavedModels;
using LabelPlatform.SavedModels.Protos;
using static LabelPlatform.SavedModels.Protos.DataType;

namespace LabelPlatform.IntegrationTests.SavedModels;

/// <summary>Every operation that we compute, on inputs that show its rules: shapes that are stretched, axes from behind, nothing, NaN, errors.</summary>
/// <remarks>JSON has no way to say a shape like [0, 3], so nothing is always [n, 0].</remarks>
internal static class OperationCases
{
    private static readonly float[] Six = [1.5f, -2, 3, 0, -0.25f, 6];

    public static IEnumerable<OperationCase> All() => [
        .. Arithmetic(), .. Comparisons(), .. Activations(), .. Casts(), .. Matrices(), .. Reductions(), .. Gathers(), .. Shapes(), .. Selections(), .. Parts()];

    private static IEnumerable<OperationCase> Arithmetic()
    {
        foreach (var op in new[] { "Add", "AddV2", "Sub", "Mul", "Maximum", "Minimum", "RealDiv", "DivNoNan" })
        {
            yield return Case($"{op} of one shape", op, F([2, 3], Six), F([2, 3], 2, 4, -8, 0.5f, 1, 3));
            yield return Case($"{op} with a row", op, F([2, 3], Six), F([3], 2, 4, -8));
            yield return Case($"{op} with a column", op, F([2, 1], 2, 4), F([2, 3], Six));
            yield return Case($"{op} of column and row", op, F([3, 1], 2, 4, 5), F([1, 2], 3, -1));
            yield return Case($"{op} in the middle", op, F([2, 1, 2], 2, 4, 5, 7), F([3, 1], 3, -1, 2));
            yield return Case($"{op} with a scalar", op, F([2, 3], Six), F([], 2));
            yield return Case($"{op} of a scalar", op, F([], 2), F([2, 3], Six));
            yield return Case($"{op} with nothing", op, F([2, 0]), F([1], 2));
            yield return Case($"{op} of shapes that do not fit", op, F([2, 3], Six), F([2], 2, 4));
            yield return Case($"{op} with zero", op, F([3], 0, 1, -1), F([3], 0, 0, 0));
            yield return Case($"{op} of doubles", op, D([3], 1, 2, 3), D([1], 7));
        }

        foreach (var op in new[] { "AddV2", "Sub", "Mul", "Maximum", "Minimum" })
        {
            yield return Case($"{op} of int32, over its end", op, I([2], int.MaxValue, 3), I([2], 1, 4));
            yield return Case($"{op} of int64", op, L([2], 1L << 40, 3), L([], 2));
        }
    }

    private static IEnumerable<OperationCase> Comparisons()
    {
        foreach (var op in new[] { "Equal", "NotEqual", "Greater", "GreaterEqual", "Less", "LessEqual" })
        {
            yield return Case($"{op} of numbers", op, DtBool, [F([2, 3], Six), F([3], 1.5f, 0, 3)], Type("T", DtFloat));
            yield return Case($"{op} of ids", op, DtBool, [I([2, 2], 0, 1, 2, 0), I([], 0)], Type("T", DtInt32));
        }


        yield return Case("Equal of truth values", "Equal", DtBool, [B([2], true, false), B([], true)], Type("T", DtBool));
    }

    private static IEnumerable<OperationCase> Activations()
    {
        foreach (var op in new[] { "Sigmoid", "Tanh", "Relu", "Rsqrt" })
        {
            yield return Case($"{op} of floats", op, F([2, 3], 0.1f, -2, 30, -100, 100, 1e-5f));
            yield return Case($"{op} of doubles", op, D([4], 0.1, 2, 30, 1e-9));
            yield return Case($"{op} of zero", op, F([1], 0));
            yield return Case($"{op} of nothing", op, F([2, 0]));
        }

        yield return Case("Softmax of rows", "Softmax", F([2, 3], 1, 2, 3, 1000, 999, -1000));
        yield return Case("Softmax of a cube", "Softmax", F([1, 2, 2], 1, 2, -3, 4));
        yield return Case("Softmax of a vector", "Softmax", F([2], 0, 1));
        yield return Case("Softmax of a scalar", "Softmax", F([], 0));
    }

    private static IEnumerable<OperationCase> Casts()
    {
        yield return Cast(F([6], 1.9f, -1.9f, 0.5f, -0.4f, 3e9f, -3e9f), DtInt32);
        yield return Cast(F([3], 1.9f, 1e30f, -1e30f), DtInt64);
        yield return Cast(D([3], 1.9, 1e300, 0.1), DtFloat);
        yield return Cast(D([2], 1.9, 5e9), DtInt32);
        yield return Cast(I([3], 1, -1, int.MinValue), DtInt64);
        yield return Cast(L([2], 1L << 40, -5), DtInt32);
        yield return Cast(L([2], (1L << 40) + 1, -5), DtFloat);
        yield return Cast(I([3], 0, 2, -1), DtBool);
        yield return Cast(F([3], 0, 0.1f, -1), DtBool);
        yield return Cast(B([2], true, false), DtFloat);
        yield return Cast(B([2], true, false), DtInt64);
    }

    private static IEnumerable<OperationCase> Matrices()
    {
        var (a, b) = (F([2, 3], Six), F([3, 2], 1, 2, 3, 4, 5, -6));
        yield return Case("MatMul", "MatMul", a, b);
        yield return Case("MatMul with a column", "MatMul", a, F([3, 1], 1, 2, 3));
        yield return Case("MatMul of a row", "MatMul", F([1, 2], 1, 2), F([2, 5], 1, 2, 3, 4, 5, 6, 7, 8, 9, 10));
        yield return Case("MatMul, first transposed", "MatMul", DtFloat, [a, F([2, 2], 1, 2, 3, 4)], Type("T", DtFloat), Flag("transpose_a"));
        yield return Case("MatMul, second transposed", "MatMul", DtFloat, [a, F([4, 3], 1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 2, 3)], Type("T", DtFloat), Flag("transpose_b"));
        yield return Case("MatMul, both transposed", "MatMul", DtFloat, [a, F([2, 2], 1, 2, 3, 4)], Type("T", DtFloat), Flag("transpose_a"), Flag("transpose_b"));
        yield return Case("MatMul over nothing", "MatMul", DtFloat, [F([2, 0]), F([3, 0])], Type("T", DtFloat), Flag("transpose_b"));
        yield return Case("MatMul of sizes that do not fit", "MatMul", a, F([2, 2], 1, 2, 3, 4));
        yield return Case("MatMul of a vector", "MatMul", F([3], 1, 2, 3), b);
        yield return Case("MatMul of doubles", "MatMul", D([1, 2], 1, 2), D([2, 1], 3, 4));
        yield return Case("MatMul of int32", "MatMul", I([1, 2], 1, 2), I([2, 1], 3, 4));
        yield return Case("BiasAdd", "BiasAdd", a, F([3], 1, 2, 3));
        yield return Case("BiasAdd to a cube", "BiasAdd", F([1, 2, 2], 1, 2, 3, 4), F([2], 10, 20));
        yield return Case("BiasAdd that does not fit", "BiasAdd", a, F([2], 1, 2));
        yield return Case("BiasAdd to a vector", "BiasAdd", F([2], 1, 2), F([2], 1, 2));
    }

    private static IEnumerable<OperationCase> Reductions()
    {
        var cube = F([2, 3, 2], 1, 2, 3, 4, 5, 6, -7, 8, 9, 10, 11, 12.5f);
        foreach (var op in new[] { "Sum", "Mean", "Max" })
        {
            foreach (var (name, axes) in new (string, int[])[] { ("0", [0]), ("1", [1]), ("2", [2]), ("-1", [-1]), ("0 and 2", [0, 2]), ("1 and 2", [2, 1]), ("all", [0, 1, 2]), ("none", []) })
                yield return Reduce($"{op} over {name}", op, cube, I([axes.Length], axes));
            yield return Reduce($"{op} over a scalar axis", op, cube, I([], 1));
            yield return Case($"{op} that keeps its dimensions", op, DtFloat, [cube, I([2], 0, 2)], Type("T", DtFloat), Type("Tidx", DtInt32), Flag("keep_dims"));
            yield return Reduce($"{op} over dimensions of 1", op, F([1, 2, 1], 3, 4), I([2], 0, 2));
            yield return Reduce($"{op} of nothing", op, F([2, 0]), I([1], 1));
            yield return Reduce($"{op} to nothing", op, F([2, 0]), I([1], 0));
            yield return Reduce($"{op} over an axis that is not there", op, cube, I([1], 3));
            yield return Case($"{op} of int64 over an int64 axis", op, DtInt64, [L([2, 2], 1, 2, 3, 5), L([1], 0)], Type("T", DtInt64), Type("Tidx", DtInt64));
        }
    }

    private static IEnumerable<OperationCase> Gathers()
    {
        var table = F([3, 2], 1, 2, 3, 4, 5, 6);
        yield return Gather("GatherV2 of rows", table, I([2, 2], 2, 0, 1, 1), 0);
        yield return Gather("GatherV2 of columns", table, I([3], 1, 0, 1), 1);
        yield return Gather("GatherV2 from behind", table, I([3], 1, 0, 1), -1);
        yield return Gather("GatherV2 of a scalar", table, I([], 2), 0);
        yield return Gather("GatherV2 of nothing", table, I([2, 0]), 0);
        yield return Gather("GatherV2 by int64", table, L([2], 2, 0), 0);
        yield return Gather("GatherV2 beyond the end", table, I([2, 2], 2, 0, 3, 1), 0);
        yield return Gather("GatherV2 before the beginning", table, L([1], -1), 0);
        yield return Gather("GatherV2 along an axis that is not there", table, I([1], 0), 2);
        yield return Case("Gather", "Gather", DtFloat, [table, I([3], 2, 2, 0)], Type("Tparams", DtFloat), Type("Tindices", DtInt32));
    }

    private static IEnumerable<OperationCase> Shapes()
    {
        var matrix = F([2, 3], Six);
        foreach (var axis in new[] { 0, 1, 2, -1, -3, 3 })
            yield return Case($"ExpandDims at {axis}", "ExpandDims", DtFloat, [matrix, I([], axis)], Type("T", DtFloat), Type("Tdim", DtInt32));
        yield return Case("Squeeze of all", "Squeeze", F([1, 2, 1], 1, 2));
        yield return Case("Squeeze of one", "Squeeze", DtFloat, [F([1, 2, 1], 1, 2)], Type("T", DtFloat), Ints("squeeze_dims", -1));
        yield return Case("Squeeze of one that is longer", "Squeeze", DtFloat, [F([1, 2, 1], 1, 2)], Type("T", DtFloat), Ints("squeeze_dims", 1));
        foreach (int[] shape in new int[][] { [3, 2], [-1], [2, -1], [1, 6, 1], [4], [-1, -1], [-1, 4], [-1, 0] })
            yield return Case($"Reshape to {string.Join(",", shape)}", "Reshape", DtFloat, [matrix, I([shape.Length], shape)], Type("T", DtFloat), Type("Tshape", DtInt32));
        yield return Case("Reshape of nothing", "Reshape", DtFloat, [F([2, 0]), I([2], 0, 5)], Type("T", DtFloat), Type("Tshape", DtInt32));
        yield return Case("Shape", "Shape", DtInt32, [matrix], Type("T", DtFloat));
        yield return Case("Shape as int64", "Shape", DtInt64, [F([], 1)], Type("T", DtFloat), Type("out_type", DtInt64));
        yield return Case("Fill", "Fill", DtFloat, [I([2], 2, 3), F([], 7)], Type("T", DtFloat), Type("index_type", DtInt32));
        yield return Case("Fill with a vector", "Fill", DtFloat, [I([1], 2), F([2], 7, 8)], Type("T", DtFloat), Type("index_type", DtInt32));
        yield return Case("Fill of a negative size", "Fill", DtFloat, [I([1], -2), F([], 7)], Type("T", DtFloat), Type("index_type", DtInt32));
        yield return Case("Tile", "Tile", DtFloat, [matrix, I([2], 2, 3)], Type("T", DtFloat), Type("Tmultiples", DtInt32));
        yield return Case("Tile no times", "Tile", DtFloat, [matrix, I([2], 0, 1)], Type("T", DtFloat), Type("Tmultiples", DtInt32));
        yield return Case("Tile with too few numbers", "Tile", DtFloat, [matrix, I([1], 2)], Type("T", DtFloat), Type("Tmultiples", DtInt32));
    }

    private static IEnumerable<OperationCase> Selections()
    {
        var (then, otherwise) = (F([2, 3], Six), F([2, 3], 10, 20, 30, 40, 50, 60));
        var each = B([2, 3], true, false, true, false, false, true);
        foreach (var op in new[] { "Select", "SelectV2" })
        {
            yield return Case($"{op} of elements", op, DtFloat, [each, then, otherwise], Type("T", DtFloat));
            yield return Case($"{op} of all", op, DtFloat, [B([], false), then, otherwise], Type("T", DtFloat));
            yield return Case($"{op} by a vector of rows", op, DtFloat, [B([2], true, false), then, otherwise], Type("T", DtFloat));
            yield return Case($"{op} by a vector of columns", op, DtFloat, [B([3], true, false, true), then, otherwise], Type("T", DtFloat));
            yield return Case($"{op} with a scalar", op, DtFloat, [each, then, F([], 0)], Type("T", DtFloat));
        }
    }

    private static IEnumerable<OperationCase> Parts()
    {
        var matrix = F([3, 4], 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
        foreach (var axis in new[] { 0, 1, -1, 2 })
            yield return Case($"Pack of vectors along {axis}", "Pack", DtFloat, [F([2], 1, 2), F([2], 3, 4), F([2], 5, 6)], Type("T", DtFloat), Int("N", 3), Int("axis", axis));
        yield return Case("Pack of scalars", "Pack", DtFloat, [F([], 1), F([], 2)], Type("T", DtFloat), Int("N", 2));
        yield return Case("Pack of shapes that differ", "Pack", DtFloat, [F([2], 1, 2), F([1], 3)], Type("T", DtFloat), Int("N", 2));
        foreach (var axis in new[] { 0, 1, -1, 2 })
            yield return Case($"ConcatV2 along {axis}", "ConcatV2", DtFloat, [F([1, 2], 1, 2), F([1, 2], 3, 4), I([], axis)], Type("T", DtFloat), Int("N", 2), Type("Tidx", DtInt32));
        yield return Case("ConcatV2 of lengths that differ", "ConcatV2", DtFloat, [F([2, 1], 1, 2), F([2, 2], 3, 4, 5, 6), I([], 1)], Type("T", DtFloat), Int("N", 2), Type("Tidx", DtInt32));
        yield return Case("ConcatV2 that does not fit", "ConcatV2", DtFloat, [F([1, 2], 1, 2), F([1, 3], 3, 4, 5), I([], 0)], Type("T", DtFloat), Int("N", 2), Type("Tidx", DtInt32));

        yield return Slice("[1:3, 0:2]", matrix, [1, 0], [3, 2], [1, 1]);
        yield return Slice("[:, 1:2]", matrix, [0, 1], [0, 2], [1, 1], Int("begin_mask", 1), Int("end_mask", 1));
        yield return Slice("[::-1, ::2]", matrix, [0, 0], [0, 0], [-1, 2], Int("begin_mask", 3), Int("end_mask", 3));
        yield return Slice("[-1]", matrix, [-1], [0], [1], Int("shrink_axis_mask", 1));
        yield return Slice("[1, 2]", matrix, [1, 2], [2, 3], [1, 1], Int("shrink_axis_mask", 3));
        yield return Slice("[..., 1]", matrix, [0, 1], [0, 2], [1, 1], Int("ellipsis_mask", 1), Int("shrink_axis_mask", 2));
        yield return Slice("[newaxis, 1:]", matrix, [0, 1], [0, 0], [1, 1], Int("new_axis_mask", 1), Int("end_mask", 2));
        yield return Slice("[5:9]", matrix, [5], [9], [1]);
        yield return Slice("[2:0:-1]", matrix, [2], [0], [-1]);
        yield return Slice("[-9:-1]", matrix, [-9], [-1], [1]);
        yield return Slice("[7]", matrix, [7], [8], [1], Int("shrink_axis_mask", 1));
        yield return Slice("[0:1:0]", matrix, [0], [1], [0]);
        yield return Slice("three dimensions of two", matrix, [0, 0, 0], [1, 1, 1], [1, 1, 1]);

        foreach (var axis in new[] { 0, 1, -1, 2 })
            yield return Case($"ArgMax along {axis}", "ArgMax", DtInt64, [F([2, 3], 1, 7, 7, 4, 0, 5), I([], axis)], Type("T", DtFloat), Type("Tidx", DtInt32), Type("output_type", DtInt64));
        yield return Case("ArgMax as int32", "ArgMax", DtInt32, [F([2, 3], 1, 7, 7, 4, 0, 5), I([], 1)], Type("T", DtFloat), Type("Tidx", DtInt32), Type("output_type", DtInt32));
        foreach (var (name, output, index) in new[] { ("values", DtFloat, 0), ("indices", DtInt32, 1) })
        {
            yield return Case($"TopKV2, its {name}", "TopKV2", output, [F([2, 4], 3, 9, 9, 1, 4, 0, 5, 2), I([], 3)], Type("T", DtFloat)) with { OutputIndex = index };
            yield return Case($"TopKV2 of too many, its {name}", "TopKV2", output, [F([2], 3, 9), I([], 3)], Type("T", DtFloat)) with { OutputIndex = index };
        }
    }

    private static OperationCase Case(string name, string op, params Tensor[] inputs) =>
        new(name, op, inputs[0].Type, inputs, [Type("T", inputs[0].Type)]);

    private static OperationCase Case(string name, string op, DataType output, Tensor[] inputs, params (string, AttrValue)[] attributes) =>
        new(name, op, output, inputs, attributes);

    private static OperationCase Cast(Tensor input, DataType to) =>
        Case($"Cast of {input.Type.Name()} to {to.Name()}", "Cast", to, [input], Type("SrcT", input.Type), Type("DstT", to));

    private static OperationCase Reduce(string name, string op, Tensor input, Tensor axes) =>
        Case(name, op, input.Type, [input, axes], Type("T", input.Type), Type("Tidx", axes.Type));

    private static OperationCase Gather(string name, Tensor table, Tensor ids, int axis) =>
        Case(name, "GatherV2", table.Type, [table, ids, I([], axis)], Type("Tparams", table.Type), Type("Tindices", ids.Type), Type("Taxis", DtInt32));

    private static OperationCase Slice(string name, Tensor input, int[] begin, int[] end, int[] strides, params (string, AttrValue)[] masks) =>
        Case(
            $"StridedSlice {name}",
            "StridedSlice",
            input.Type,
            [input, I([begin.Length], begin), I([end.Length], end), I([strides.Length], strides)],
            [Type("T", input.Type), Type("Index", DtInt32), .. masks]);

    private static (string, AttrValue) Type(string name, DataType type) => (name, new AttrValue { Type = type });

    private static (string, AttrValue) Flag(string name) => (name, new AttrValue { B = true });

    private static (string, AttrValue) Int(string name, long value) => (name, new AttrValue { I = value });

    private static (string, AttrValue) Ints(string name, params long[] values) =>
        (name, new AttrValue { List = new AttrValue.Types.ListValue { I = { values } } });

    private static Tensor<float> F(int[] shape, params float[] values) => new(new TensorShape(shape), values);

    private static Tensor<double> D(int[] shape, params double[] values) => new(new TensorShape(shape), values);

    private static Tensor<int> I(int[] shape, params int[] values) => new(new TensorShape(shape), values);

    private static Tensor<long> L(int[] shape, params long[] values) => new(new TensorShape(shape), values);

    private static Tensor<bool> B(int[] shape, params bool[] values) => new(new TensorShape(shape), values);
}

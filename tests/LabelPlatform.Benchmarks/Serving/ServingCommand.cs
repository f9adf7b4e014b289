using System.Globalization;
using System.Runtime.InteropServices;
using LabelPlatform.Testing;

namespace LabelPlatform.Benchmarks.Serving;

/// <summary>
/// <c>serving [--ours-only]</c>: our ModelServer beside TensorFlow behind the same REST interface (<c>../shared/tensorflow/tf-check serve</c>), with
/// the same models and the same client.
/// </summary>
internal static class ServingCommand
{
    public const string Name = "serving";

    private const string OursOnly = "--ours-only";

    public static async Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        if (arguments is not ([] or [OursOnly]))
            return Fail($"{Name} [{OursOnly}]", code: 2);
        if (!File.Exists(ServerProgram.ModelServerPath))
            return Fail("ModelServer is not built: dotnet build -c Release services/ModelServer");
        var tensorFlow = Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "tensorflow", "tf-check"));
        if (arguments is [] && !File.Exists(tensorFlow))
            return Fail($"There is no ../shared/tensorflow/tf-check beside the repository; {OursOnly} measures without it.");
        if (arguments is [OursOnly])
            Console.WriteLine($"Without TensorFlow ({OursOnly}).");

        var theirs = arguments is [] ? ServerProgram.TensorFlow(tensorFlow) : null;
        var folder = Directory.CreateTempSubdirectory("serving-");
        using var stop = new CancellationTokenSource();
        using var interrupt = StopOn(PosixSignal.SIGINT, stop);
        using var terminate = StopOn(PosixSignal.SIGTERM, stop);
        try
        {
            await new ServingBenchmark(ServerProgram.ModelServer, theirs, folder.FullName, stop.Token).RunAsync();
            return 0;
        }
        catch (Exception) when (stop.IsCancellationRequested)
        {
            return Fail("Stopped.");
        }
        catch (InvalidOperationException exception)
        {
            return Fail(exception.Message);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static PosixSignalRegistration StopOn(PosixSignal signal, CancellationTokenSource stop) => PosixSignalRegistration.Create(signal, context =>
    {
        context.Cancel = true;
        stop.Cancel();
    });

    private static int Fail(string message, int code = 1)
    {
        Console.Error.WriteLine(message);
        return code;
    }
}

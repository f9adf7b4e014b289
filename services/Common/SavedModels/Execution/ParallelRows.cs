namespace LabelPlatform.SavedModels.Execution;

/// <summary>Shares the rows of a batch between the processors where that pays.</summary>
internal static class ParallelRows
{
    // Additions below which waking another thread costs more than it saves: about 120 µs of work. Less was no faster on busy processors.
    private const long AdditionsPerThread = 500_000;

    public static void For(int rows, long additionsPerRow, Action<int> row)
    {
        var threads = (int)Math.Min(Environment.ProcessorCount, rows * additionsPerRow / AdditionsPerThread);
        if (threads <= 1)
        {
            for (var i = 0; i < rows; i++)
                row(i);
            return;
        }

        Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, thread =>
        {
            var end = (int)((long)rows * (thread + 1) / threads);
            for (var i = (int)((long)rows * thread / threads); i < end; i++)
                row(i);
        });
    }
}

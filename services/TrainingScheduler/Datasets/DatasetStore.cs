using System.Globalization;
using System.Text.RegularExpressions;
using LabelPlatform.Contracts.Datasets;
using LabelPlatform.Datasets.Reading;
using LabelPlatform.Datasets.Reports;
using LabelPlatform.Persistence;
using LabelPlatform.Persistence.Transactions;
using LabelPlatform.TextClassification;
using LabelPlatform.TextClassification.Splitting;
using LabelPlatform.TrainingScheduler.Storage;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace LabelPlatform.TrainingScheduler.Datasets;

/// <summary>Keeps datasets: each a file that never changes, and a row that says what was found in it.</summary>
internal sealed partial class DatasetStore(
    TrainingDbContext db, TrainingFolders folders, IMessageDataRepository messageData, DatabaseClock clock, ILogger<DatasetStore> logger)
{
    private const int MaxNameLength = 100;
    private const int IdDigits = 12;

    /// <summary>Keeps a dataset, or says what is wrong with it. The same content again is the same dataset.</summary>
    public async Task<(Dataset? Dataset, DatasetRejected? Rejected)> RegisterAsync(RegisterDataset request, CancellationToken cancellation)
    {
        if (request.Name is { } name && FindNameProblem(name) is { } problem)
            return Reject(problem);
        if (request.Format is DatasetFileFormat.Sample != !string.IsNullOrWhiteSpace(request.Label))
            return Reject("The label that 1 stands for belongs to a sample file, and to no other.");

        Directory.CreateDirectory(folders.Datasets);
        var upload = Path.Combine(folders.Datasets, $".upload-{Guid.NewGuid():N}");
        try
        {
            await SaveAsync(request.Content, upload, cancellation);
            return await RegisterAsync(request, upload, cancellation);
        }
        finally
        {
            File.Delete(upload);
        }
    }

    /// <summary>The dataset of an id or a name, or null.</summary>
    public Task<Dataset?> FindAsync(string idOrName, CancellationToken cancellation) =>
        db.Datasets.AsNoTracking()
            .Where(dataset => dataset.Id == idOrName || dataset.Name == idOrName)
            .OrderByDescending(dataset => dataset.Id == idOrName)
            .FirstOrDefaultAsync(cancellation);

    private async Task<(Dataset? Dataset, DatasetRejected? Rejected)> RegisterAsync(
        RegisterDataset request, string upload, CancellationToken cancellation)
    {
        string hash;
        await using (var file = File.OpenRead(upload))
            hash = ContentHash.Of(file);
        var id = IdOf(hash, request);
        if (await FindAsync(id, cancellation) is { } known)
            return (await WriteAsync(known, request.Name, isNew: false, cancellation), null);

        var issues = new List<DatasetIssue>();
        List<LabelPlatform.Datasets.DatasetRow> rows;
        await using (var file = File.OpenRead(upload))
            rows = [.. DatasetReader.Read(file, request.Format.ToLibrary(), new DatasetReaderOptions { Label = request.Label }, issues)];
        if (issues.Count > 0)
            return Reject(Count(issues.Count, "bad line") + "; nothing was kept. Mend or remove them.", issues);
        if (rows.Count == 0)
            return Reject("There are no rows.");

        var report = DatasetInspector.Inspect(rows, new DatasetSplitter()).ToSummary();
        var dataset = new Dataset
        {
            Id = id,
            Format = request.Format,
            Label = request.Label,
            Hash = hash,
            Bytes = new FileInfo(upload).Length,
            Rows = rows.Count,
            CreatedAt = await clock.GetUtcNowAsync(db, cancellation),
            Report = report,
        };
        File.Move(upload, folders.DatasetOf(id), overwrite: true);
        dataset = await WriteAsync(dataset, request.Name, isNew: true, cancellation);
        Log.DatasetRegistered(logger, id, rows.Count, report.Findings.Count);
        return (dataset, null);
    }

    private async Task SaveAsync(Uri content, string path, CancellationToken cancellation)
    {
        await using var source = await messageData.Get(content, cancellation);
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        await source.CopyToAsync(file, cancellation);
        file.Flush(flushToDisk: true);
    }

    private async Task<Dataset> WriteAsync(Dataset dataset, string? name, bool isNew, CancellationToken cancellation)
    {
        await using var transaction = await db.BeginWriteAsync(cancellation);
        // Somebody else may have registered the same content meanwhile.
        isNew = isNew && !await db.Datasets.AnyAsync(known => known.Id == dataset.Id, cancellation);
        if (isNew)
        {
            db.Datasets.Add(dataset);
            await db.SaveChangesAsync(cancellation);
        }

        if (name is not null)
        {
            await db.Datasets.Where(other => other.Name == name).ExecuteUpdateAsync(other => other.SetProperty(row => row.Name, (string?)null), cancellation);
            await db.Datasets.Where(row => row.Id == dataset.Id).ExecuteUpdateAsync(other => other.SetProperty(row => row.Name, name), cancellation);
        }

        await transaction.CommitAsync(cancellation);
        return (await FindAsync(dataset.Id, cancellation))!;
    }

    private static string IdOf(string hash, RegisterDataset request)
    {
        // The same bytes may be two datasets: samples of two labels, say.
        var identity = ContentHash.Of(System.Text.Encoding.UTF8.GetBytes($"{hash}\n{request.Format}\n{request.Label}"));
        return "d" + identity[(identity.IndexOf(':', StringComparison.Ordinal) + 1)..][..IdDigits];
    }

    private static string? FindNameProblem(string name) =>
        string.IsNullOrWhiteSpace(name) ? "The name is empty."
        : name.Length > MaxNameLength ? $"The name has {name.Length} characters, more than {MaxNameLength}."
        : LooksLikeId().IsMatch(name) ? $"The name '{name}' looks like the id of a dataset; take another one."
        : null;

    private static string Count(int count, string what) => count == 1 ? $"1 {what}" : string.Create(CultureInfo.InvariantCulture, $"{count} {what}s");

    private static (Dataset?, DatasetRejected) Reject(string reason, IEnumerable<DatasetIssue>? issues = null) =>
        (null, new DatasetRejected(reason, [.. (issues ?? []).Select(issue => issue.ToLineIssue())]));

    [GeneratedRegex(@"\Ad[0-9a-f]{12}\z", RegexOptions.None, 1000)]
    private static partial Regex LooksLikeId();
}

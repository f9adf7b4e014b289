using LabelPlatform.Contracts.Training;
using LabelPlatform.Persistence;
using LabelPlatform.TrainingScheduler.Admission;
using LabelPlatform.TrainingScheduler.Datasets;
using LabelPlatform.TrainingScheduler.Jobs;
using LabelPlatform.TrainingScheduler.Registry;
using LabelPlatform.TrainingScheduler.Runs;
using LabelPlatform.TrainingScheduler.Workers;
using Microsoft.EntityFrameworkCore;

namespace LabelPlatform.TrainingScheduler.Storage;

/// <summary>Everything that TrainingScheduler keeps, but for files.</summary>
internal sealed class TrainingDbContext(DbContextOptions<TrainingDbContext> options) : DbContext(options)
{
    public DbSet<Dataset> Datasets => Set<Dataset>();

    public DbSet<TrainingRun> Runs => Set<TrainingRun>();

    public DbSet<TrainingJob> Jobs => Set<TrainingJob>();

    public DbSet<TrainingWorker> Workers => Set<TrainingWorker>();

    public DbSet<AdmissionDecision> Decisions => Set<AdmissionDecision>();

    public DbSet<Model> Models => Set<Model>();

    public DbSet<ModelVersion> ModelVersions => Set<ModelVersion>();

    public DbSet<RegistryLock> RegistryLocks => Set<RegistryLock>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfiguration(new DatasetMap());
        modelBuilder.ApplyConfiguration(new TrainingRunMap());
        modelBuilder.ApplyConfiguration(new TrainingJobMap());
        modelBuilder.ApplyConfiguration(new TrainingWorkerMap());
        modelBuilder.ApplyConfiguration(new AdmissionDecisionMap());
        modelBuilder.ApplyConfiguration(new ModelMap());
        modelBuilder.ApplyConfiguration(new ModelVersionMap());
        modelBuilder.Entity<RegistryLock>();
        modelBuilder.AddPersistence();
    }
}

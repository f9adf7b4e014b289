using LabelPlatform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LabelPlatform.IntegrationTests.Persistence.Counters;

internal sealed class CounterDbContext(DbContextOptions<CounterDbContext> options) : DbContext(options)
{
    public DbSet<Counter> Counters => Set<Counter>();

    public DbSet<Note> Notes => Set<Note>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Counter>();
        modelBuilder.Entity<Note>();
        modelBuilder.AddPersistence();
    }
}

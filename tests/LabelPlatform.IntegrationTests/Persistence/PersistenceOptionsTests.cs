using LabelPlatform.IntegrationTests.Persistence.Counters;
using LabelPlatform.Persistence;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Shouldly;
using Xunit;

namespace LabelPlatform.IntegrationTests.Persistence;

public class PersistenceOptionsTests
{
    [Theory]
    [InlineData("Postgres", null, null)]
    [InlineData("Postgres", "Host=db;Username=u;Password=secret", null)]
    [InlineData("Postgres", "postgres://u:secret@db/labels", null)]
    [InlineData("Postgres", "Host=db;Database=labels;Port=secret", null)]
    [InlineData("Postgres", "Host=db;Database=labels;secret=1", null)]
    [InlineData("Sqlite", null, " ")]
    public void Start_UnusableSettings_AreNamedAndNotQuoted(string provider, string? connectionString, string? path)
    {
        var refused = Should.Throw<OptionsValidationException>(() => Validate(provider, connectionString, path));

        refused.Message.ShouldContain(provider == "Postgres" ? "Persistence:ConnectionString" : "Persistence:Path");
        refused.Message.ShouldNotContain("secret");
    }

    [Theory]
    [InlineData("Postgres", "Host=db;Database=labels;Username=u;Password=secret", null)]
    [InlineData("Sqlite", null, "data")]
    public void Start_UsableSettings_AreAccepted(string provider, string? connectionString, string? path) =>
        Should.NotThrow(() => Validate(provider, connectionString, path));

    private static void Validate(string provider, string? connectionString, string? path)
    {
        var builder = Host.CreateEmptyApplicationBuilder(settings: null);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Persistence:Provider"] = provider,
            ["Persistence:ConnectionString"] = connectionString,
            ["Persistence:Path"] = path,
        });
        builder.AddPersistence<CounterDbContext>("test");
        using var host = builder.Build();
        host.Services.GetRequiredService<IStartupValidator>().Validate();
    }
}

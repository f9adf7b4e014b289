using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;

namespace LabelPlatform.Persistence.Migrations;

/// <summary>The migrations embedded in an assembly.</summary>
internal static partial class MigrationFiles
{
    /// <summary>Those of this library (the inbox and the outbox), then those of a service.</summary>
    public static IReadOnlyList<Migration> For(Assembly service, DatabaseProvider provider) =>
        [.. Read(typeof(MigrationFiles).Assembly, provider), .. Read(service, provider)];

    /// <summary>In the order of their numbers.</summary>
    /// <exception cref="InvalidOperationException">A number is missing or there twice.</exception>
    public static IReadOnlyList<Migration> Read(Assembly assembly, DatabaseProvider provider)
    {
        var source = assembly.GetName().Name!;
        Migration[] migrations =
        [
            .. assembly.GetManifestResourceNames()
                .Select(resource => (Resource: resource, File: FileName().Match(resource)))
                .Where(found => found.File.Success && found.File.Groups["provider"].Value.Equals(provider.ToString(), StringComparison.OrdinalIgnoreCase))
                .Select(found => new Migration(
                    source,
                    int.Parse(found.File.Groups["number"].Value, CultureInfo.InvariantCulture),
                    found.File.Groups["name"].Value,
                    ReadText(assembly, found.Resource)))
                .OrderBy(migration => migration.Number),
        ];
        for (var i = 0; i < migrations.Length; i++)
        {
            if (migrations[i].Number != i + 1)
                throw new InvalidOperationException($"The {provider} migrations of {source} are not numbered 1, 2, 3 …: {migrations[i]} is at place {i + 1}.");
        }
        return migrations;
    }

    private static string ReadText(Assembly assembly, string resource)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"\.(?<number>\d{4})_(?<name>\w+)\.(?<provider>postgres|sqlite)\.sql$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FileName();
}

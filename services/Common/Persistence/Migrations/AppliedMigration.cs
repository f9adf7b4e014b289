namespace LabelPlatform.Persistence.Migrations;

/// <summary>What a database says of a migration it has.</summary>
internal sealed record AppliedMigration(string Source, int Number, string Name, string Checksum)
{
    /// <inheritdoc />
    public override string ToString() => $"{Number:0000}_{Name} of {Source}";
}

namespace LabelPlatform.Persistence;

/// <summary>What keeps the data.</summary>
public enum DatabaseProvider
{
    /// <summary>PostgreSQL 13 or newer: several instances of a service may share it.</summary>
    Postgres,

    /// <summary>A file: for one process, as AllInOne.</summary>
    Sqlite,
}

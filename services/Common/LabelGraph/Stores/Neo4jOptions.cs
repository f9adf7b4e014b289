using System.ComponentModel.DataAnnotations;

namespace LabelPlatform.LabelGraph.Stores;

/// <summary>The Neo4j that keeps the label graph. Section <c>LabelGraph:Neo4j</c>; read when the store is <see cref="LabelGraphStoreKind.Neo4j"/>.</summary>
public sealed class Neo4jOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "LabelGraph:Neo4j";

    /// <summary>Address of Neo4j's HTTP interface. Basic authentication sends the password as it is: beyond this machine use <c>https</c>.</summary>
    [Required]
    [RegularExpression(
        @"https?://(\[[0-9a-fA-F:.]+\]|[^\s/@:\[\]]+)(:\d{1,5})?(/\S*)?",
        ErrorMessage = "LabelGraph:Neo4j:Url must be the address of Neo4j's HTTP interface, as http://127.0.0.1:7474, without a user and not bolt://.")]
    public string Url { get; set; } = "http://127.0.0.1:7474";

    /// <summary>The database.</summary>
    [Required]
    public string Database { get; set; } = "neo4j";

    /// <summary>The user; needs to create constraints for the first write.</summary>
    [Required]
    public string Username { get; set; } = "neo4j";

    /// <summary>The user's password; empty for a server without authentication.</summary>
    public string Password { get; set; } = "";

    /// <summary>Seconds to wait for the answer to one statement. A large import is many statements.</summary>
    [Range(1, 3600)]
    public double TimeoutSeconds { get; set; } = 60;

    /// <summary>Seconds to wait for a connection.</summary>
    [Range(0.1, 60)]
    public double ConnectTimeoutSeconds { get; set; } = 5;
}

namespace LabelPlatform.IntegrationTests.Infrastructure;

/// <summary>Where a Neo4j is.</summary>
/// <param name="Url">Its HTTP address, without the user.</param>
/// <param name="Username">Its user.</param>
/// <param name="Password">The user's password.</param>
public sealed record Neo4jAddress(string Url, string Username, string Password)
{
    /// <summary>Reads <c>http://user:password@host:port</c>.</summary>
    public static Neo4jAddress Parse(string address)
    {
        var uri = new Uri(address);
        var user = uri.UserInfo.Split(':', 2);
        return new Neo4jAddress(
            uri.GetLeftPart(UriPartial.Scheme) + uri.Authority[(uri.Authority.LastIndexOf('@') + 1)..],
            user[0].Length > 0 ? Uri.UnescapeDataString(user[0]) : "neo4j",
            user.Length > 1 ? Uri.UnescapeDataString(user[1]) : "neo4j");
    }

    /// <summary>The settings that point a service to it.</summary>
    public Dictionary<string, string?> ToSettings() => new()
    {
        ["LabelGraph__Store"] = "Neo4j",
        ["LabelGraph__Neo4j__Url"] = Url,
        ["LabelGraph__Neo4j__Username"] = Username,
        ["LabelGraph__Neo4j__Password"] = Password,
    };
}

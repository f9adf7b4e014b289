using System.Security.Cryptography;
using System.Text;

namespace LabelPlatform.Persistence.Migrations;

/// <summary>A numbered SQL file.</summary>
/// <param name="Source">Whose: the name of the assembly it is embedded in.</param>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Name">What it does, from the file's name: <c>initial</c>.</param>
/// <param name="Sql">Its statements.</param>
internal sealed record Migration(string Source, int Number, string Name, string Sql)
{
    /// <summary>Of what it says, however its lines end.</summary>
    public string Checksum =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql.ReplaceLineEndings("\n"))));

    /// <inheritdoc />
    public override string ToString() => $"{Number:0000}_{Name} of {Source}";
}

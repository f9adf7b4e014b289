namespace LabelPlatform.Tests.Common.SavedModels.Checkpoints;

/// <summary>Something that befalls the bytes of a file. The place is a share of its length.</summary>
internal sealed record Damage(DamageKind Kind, double Place, byte Value, int Length)
{
    public byte[] Apply(byte[] bytes)
    {
        var start = (int)(Place * bytes.Length);
        var end = Math.Min(bytes.Length, start + (Kind == DamageKind.Flip ? 1 : Length));
        return Kind switch
        {
            DamageKind.Flip => [.. bytes[..start], .. bytes[start..end].Select(b => (byte)(b ^ Value)), .. bytes[end..]],
            DamageKind.Overwrite => [.. bytes[..start], .. Enumerable.Repeat(Value, end - start), .. bytes[end..]],
            DamageKind.Insert => [.. bytes[..start], .. Enumerable.Repeat(Value, Length), .. bytes[start..]],
            DamageKind.Remove => [.. bytes[..start], .. bytes[end..]],
            _ => bytes[..start],
        };
    }
}

namespace LabelPlatform.ModelsConfig;

/// <summary>One field of a message in protobuf's text format.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Line">Line it begins on, from 1.</param>
/// <param name="Scalar">Its text when it is a scalar (strings without their quotes), else null.</param>
/// <param name="Fields">Its fields when it is a message, else null.</param>
public sealed record TextProtoField(string Name, int Line, string? Scalar, IReadOnlyList<TextProtoField>? Fields);

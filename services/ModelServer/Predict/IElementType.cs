using LabelPlatform.ModelServer.Json;

namespace LabelPlatform.ModelServer.Predict;

/// <summary>How JSON values become elements of one type. A struct implements it, so that no element costs a call.</summary>
internal interface IElementType<T>
{
    /// <param name="node">The value, which is no array.</param>
    /// <param name="tape">Where it is.</param>
    /// <param name="index">Where it is on the tape.</param>
    /// <param name="element">The element, if it is of the type.</param>
    /// <returns>Whether it is.</returns>
    static abstract bool TryRead(JsonNode node, JsonTape tape, int index, out T element);
}

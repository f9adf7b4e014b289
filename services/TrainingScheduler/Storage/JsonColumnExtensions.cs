using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LabelPlatform.TrainingScheduler.Storage;

/// <summary>Values that are read and written whole, as JSON.</summary>
internal static class JsonColumnExtensions
{
    public static PropertyBuilder<T> IsJson<T>(this PropertyBuilder<T> property) => property.HasConversion(
        value => JsonSerializer.Serialize(value, JsonSerializerOptions.Web),
        text => JsonSerializer.Deserialize<T>(text, JsonSerializerOptions.Web)!,
        // The values are immutable and replaced, never changed.
        new ValueComparer<T>(
            (left, right) => ReferenceEquals(left, right),
            value => value == null ? 0 : value.GetHashCode(),
            value => value));
}

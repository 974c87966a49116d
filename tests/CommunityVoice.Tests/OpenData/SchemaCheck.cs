using System.Globalization;
using System.Text.Json;
using Microsoft.OpenApi;

namespace CommunityVoice.Tests.OpenData;

/// <summary>Whether an answer is as the description says: types, what is required, and nothing that is not named.</summary>
internal static class SchemaCheck
{
    public static IEnumerable<string> Faults(IOpenApiSchema schema, JsonElement value, string at = "$")
    {
        var choices = (schema.OneOf ?? []).Concat(schema.AnyOf ?? []).ToList();
        if (choices.Count > 0) return choices.Exists(c => !Faults(c, value, at).Any()) ? [] : [$"{at} is none of what it may be"];
        if (schema.Type is { } type && !type.HasFlag(TypeOf(value)) && !(type.HasFlag(JsonSchemaType.Number) && TypeOf(value) == JsonSchemaType.Integer))
            return [$"{at} is {TypeOf(value)} and not {type}"];
        return value.ValueKind switch
        {
            JsonValueKind.Object => Object(schema, value, at),
            JsonValueKind.Array => value.EnumerateArray().SelectMany((item, i) => schema.Items is { } items ? Faults(items, item, $"{at}[{i}]") : [$"{at} has items that nothing describes"]),
            JsonValueKind.String => Text(schema, value.GetString()!, at),
            _ => [],
        };
    }

    private static IEnumerable<string> Object(IOpenApiSchema schema, JsonElement value, string at)
    {
        var properties = schema.Properties ?? new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal);
        foreach (var missing in (schema.Required ?? new HashSet<string>(StringComparer.Ordinal)).Where(r => !value.TryGetProperty(r, out _))) yield return $"{at}.{missing} is missing";
        foreach (var property in value.EnumerateObject())
        {
            if (!properties.TryGetValue(property.Name, out var described)) yield return $"{at}.{property.Name} is not described";
            else foreach (var fault in Faults(described, property.Value, $"{at}.{property.Name}")) yield return fault;
        }
    }

    private static IEnumerable<string> Text(IOpenApiSchema schema, string text, string at) => schema.Format switch
    {
        "date" when !DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) => [$"{at} is no date: {text}"],
        "date-time" when !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out _) => [$"{at} is no time: {text}"],
        _ => [],
    };

    private static JsonSchemaType TypeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => JsonSchemaType.Object,
        JsonValueKind.Array => JsonSchemaType.Array,
        JsonValueKind.String => JsonSchemaType.String,
        JsonValueKind.True or JsonValueKind.False => JsonSchemaType.Boolean,
        JsonValueKind.Number => value.TryGetInt64(out _) ? JsonSchemaType.Integer : JsonSchemaType.Number,
        _ => JsonSchemaType.Null,
    };
}

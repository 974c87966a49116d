using System.Globalization;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CommunityVoice.Data;
using CommunityVoice.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CommunityVoice.Bundles;

/// <summary>One column of a table as it stands in a bundle: what it refers to, and whether it travels.</summary>
internal sealed class BundleColumn
{
    /// <summary>Times in microseconds, which both databases keep; enumerations by name.</summary>
    public static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(), new Microseconds() },
    };

    private readonly PropertyInfo own;

    public BundleColumn(IProperty property, Carriage carriage)
    {
        own = property.PropertyInfo ?? throw new InvalidOperationException($"{property.DeclaringType.ClrType.Name}.{property.Name} has no property to read it by.");
        Property = property;
        IsKey = property.IsPrimaryKey();
        var mark = own.GetCustomAttribute<PersonalAttribute>(inherit: true);
        IsSecret = mark?.DataClass is DataClass.Contact or DataClass.Credential && !carriage.Keeps.Contains(Name);
        IsPointer = carriage.Points?.Column == Name;
        var target = property.GetContainingForeignKeys().Select(k => k.PrincipalEntityType.ClrType).FirstOrDefault();
        var isGuid = property.ClrType == typeof(Guid) || property.ClrType == typeof(Guid?);
        // A number of somebody without a foreign key is one all the same.
        IsPerson = isGuid && (target == typeof(Person) || (target is null && (!IsKey || carriage.Entity == typeof(Person))));
        Target = target ?? (IsPerson && carriage.Entity != typeof(Person) ? typeof(Person) : null);
        Travels = !IsSecret && (carriage.Only.Count == 0 || carriage.Only.Contains(Name)) && !carriage.Without.Contains(Name) && !(IsKey && carriage.HasNoNumber);
    }

    public IProperty Property { get; }
    public string Name => Property.Name;
    public bool IsKey { get; }
    public bool IsSecret { get; }
    public bool IsPerson { get; }

    /// <summary>It is the number of one of several kinds of thing.</summary>
    public bool IsPointer { get; }
    public bool Travels { get; }

    /// <summary>What it is the number of.</summary>
    public Type? Target { get; }

    /// <summary>It names something that is written after it, so it is filled in at the end.</summary>
    public bool IsLater { get; set; }

    public object? Of(object row) => own.GetValue(row);

    /// <summary>The same text on every site and database.</summary>
    public static string Text(object? value) => value switch
    {
        null => "",
        IFormattable number and not Enum => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    public object? Read(JsonElement value) => value.Deserialize(Property.ClrType, Json);

    /// <summary>What stands in a column that must hold something and whose value stayed behind.</summary>
    public object? Blank(string key) => Property.IsNullable || Property.ClrType != typeof(string) ? null
        : Property.GetContainingIndexes().Any(i => i.IsUnique) ? $"-{key}" : "";

    private sealed class Microseconds : JsonConverter<DateTimeOffset>
    {
        private const string Format = "yyyy-MM-ddTHH:mm:ss.ffffffZ";

        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            DateTimeOffset.ParseExact(reader.GetString()!, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture));
    }
}

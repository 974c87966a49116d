using System.Linq.Expressions;
using System.Reflection;
using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CommunityVoice.People;

/// <summary>Everything held about a person, found by walking the marks on the model, so that a new table cannot be forgotten.</summary>
public sealed class PersonalData(CommunityVoiceDb db)
{
    private static readonly MethodInfo ReadRows = typeof(PersonalData).GetMethod(nameof(RowsAsync), BindingFlags.NonPublic | BindingFlags.Instance)!;

    /// <summary>By the name of the table: each row's personal values, with its times and key. Secrets such as codes are left out.</summary>
    public async Task<SortedDictionary<string, List<Dictionary<string, object?>>>> OfAsync(Person person, CancellationToken ct)
    {
        var participant = await db.ParticipantLinks.Where(l => l.PersonId == person.Id).Select(l => (Guid?)l.ParticipantId).SingleOrDefaultAsync(ct);
        var found = new SortedDictionary<string, List<Dictionary<string, object?>>>(StringComparer.Ordinal);
        foreach (var type in db.Model.GetEntityTypes().Where(t => t.ClrType.GetProperties().Any(IsMarked)))
        {
            var links = type.GetProperties().Select(p => (Property: p, Value: LinkValue(type, p, person, participant))).Where(l => l.Value is not null).ToList();
            if (links.Count == 0) continue;
            var rows = await (Task<List<object>>)ReadRows.MakeGenericMethod(type.ClrType).Invoke(this, [links, ct])!;
            if (rows.Count > 0) found[type.ClrType.Name] = rows.ConvertAll(Shown);
        }
        return found;
    }

    private static bool IsMarked(PropertyInfo property) => property.GetCustomAttribute<PersonalAttribute>(inherit: true) is not null;

    // What ties a row to somebody: their id where the property is personal, the id of their papers, or their address.
    private static object? LinkValue(IEntityType type, IProperty property, Person person, Guid? participant)
    {
        var id = property.ClrType == typeof(Guid) || property.ClrType == typeof(Guid?);
        if (type.ClrType == typeof(Person)) return property.Name == nameof(Person.Id) ? person.Id : null;
        if (type.ClrType == typeof(Participant)) return property.Name == nameof(Participant.Id) ? participant : null;
        if (id && property.Name == nameof(ParticipantLink.ParticipantId)) return participant;
        if (type.ClrType.GetProperty(property.Name) is not { } own) return null;
        if (id && (property.Name == nameof(ParticipantLink.PersonId) || IsMarked(own))) return person.Id;
        return property.ClrType == typeof(string) && own.GetCustomAttribute<PersonalAttribute>()?.DataClass == DataClass.Contact ? person.Email : null;
    }

    private async Task<List<object>> RowsAsync<T>(List<(IProperty Property, object? Value)> links, CancellationToken ct)
        where T : class
    {
        var row = Expression.Parameter(typeof(T));
        var isTheirs = links.Select(l => Expression.Equal(Expression.Property(row, l.Property.Name), Expression.Constant(l.Value, l.Property.ClrType)))
            .Aggregate(Expression.OrElse);
        return [.. await db.Set<T>().AsNoTracking().Where(Expression.Lambda<Func<T, bool>>(isTheirs, row)).ToListAsync(ct)];
    }

    private static Dictionary<string, object?> Shown(object row) => row.GetType().GetProperties()
        .Where(p => p.GetCustomAttribute<PersonalAttribute>(inherit: true) is { } mark ? mark.DataClass != DataClass.Credential
            : p.Name == "Id" || (p.Name.EndsWith("At", StringComparison.Ordinal) && (p.PropertyType == typeof(DateTimeOffset) || p.PropertyType == typeof(DateTimeOffset?))))
        .ToDictionary(p => p.Name, p => p.GetValue(row) is Enum word ? word.ToString() : p.GetValue(row), StringComparer.Ordinal);
}

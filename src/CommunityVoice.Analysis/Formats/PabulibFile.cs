namespace CommunityVoice.Analysis.Formats;

/// <summary>One row of a Pabulib file: the line it starts on and its fields, one for each column; empty where the file has none.</summary>
public sealed record PabulibRow(int Line, IReadOnlyList<string> Fields);

/// <summary>The PROJECTS or the VOTES of a Pabulib file, with every column the file has.</summary>
public sealed record PabulibTable(IReadOnlyList<string> Columns, IReadOnlyList<PabulibRow> Rows)
{
    /// <summary>The place of a column, or -1.</summary>
    public int Column(string name)
    {
        for (var i = 0; i < Columns.Count; i++)
        {
            if (Columns[i] == name) return i;
        }
        return -1;
    }

    /// <summary>The field of a row in a column; empty where there is no such column.</summary>
    public string Field(PabulibRow row, string column) => Column(column) is >= 0 and var at ? row.Fields[at] : "";
}

/// <summary>One <c>key;value</c> of META, with the line it stands on.</summary>
public sealed record PabulibMeta(int Line, string Key, string Value);

/// <summary>A participatory-budgeting election as it stands in a <c>.pb</c> file, nothing left out.</summary>
/// <remarks>Source of the format: Faliszewski et al., "Participatory Budgeting: Data, Tools and Analysis", and pabulib.org/format.</remarks>
public sealed record PabulibFile(IReadOnlyList<PabulibMeta> Meta, PabulibTable Projects, PabulibTable Votes)
{
    /// <summary>The value of a META key, or null.</summary>
    public string? this[string key] => Meta.FirstOrDefault(m => m.Key == key)?.Value;

    /// <summary>Whether META, PROJECTS and VOTES say the same, wherever their lines stand.</summary>
    public bool SaysTheSameAs(PabulibFile other) => Meta.Select(m => (m.Key, m.Value)).SequenceEqual(other.Meta.Select(m => (m.Key, m.Value)))
        && Same(Projects, other.Projects) && Same(Votes, other.Votes);

    private static bool Same(PabulibTable a, PabulibTable b) => a.Columns.SequenceEqual(b.Columns, StringComparer.Ordinal)
        && a.Rows.Count == b.Rows.Count && a.Rows.Zip(b.Rows).All(r => r.First.Fields.SequenceEqual(r.Second.Fields, StringComparer.Ordinal));
}

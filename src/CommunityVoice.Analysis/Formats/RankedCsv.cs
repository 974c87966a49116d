using System.Globalization;
using System.Text;
using CommunityVoice.Analysis.Ballots;

namespace CommunityVoice.Analysis.Formats;

/// <summary>One line of ranked ballots: how many papers say this, and what stands at rank 1, 2, ….</summary>
/// <param name="Count">How many papers; at least 1.</param>
/// <param name="Cells">A candidate's name, or one of the words of <see cref="RankedCsv"/>.</param>
/// <param name="Line">Where in the file the row begins, from 1; 0 when it is from no file.</param>
public sealed record RankedRow(long Count, IReadOnlyList<string> Cells, int Line = 0);

/// <summary>Ranked ballots as a table of so many ranks.</summary>
public sealed record RankedTable(int Ranks, IReadOnlyList<RankedRow> Rows);

/// <summary>
/// Ranked ballots as CSV: header <c>count,rank1,…,rankN</c>; a cell holds a candidate's name, <c>undervote</c> (nothing marked; so does an empty
/// cell), <c>overvote</c> (several marked, names not kept) or <c>UWI</c> (a name written in that is no candidate's).
/// </summary>
/// <remarks>
/// Source: <c>data.md</c> section 4 and RFC 4180 (commas; quotes where needed, doubled inside; CRLF is written, LF read as well). A file that is not of
/// this shape throws a <see cref="FormatException"/> that names the line. What is read and written again has the same bytes if it was quoted so.
/// </remarks>
public static class RankedCsv
{
    public const string Undervote = "undervote";
    public const string Overvote = "overvote";
    public const string WriteIn = "UWI";

    public static RankedTable Read(TextReader reader)
    {
        var csv = new Records(reader);
        if (csv.Next() is not { } header) throw new FormatException("Line 1: the header count,rank1,… is missing.");
        var ranks = header.Count - 1;
        if (ranks < 1 || !header.SequenceEqual(Header(ranks), StringComparer.Ordinal)) throw new FormatException("Line 1: the header is not count,rank1,rank2,….");
        var rows = new List<RankedRow>();
        while (csv.Next() is { } cells)
        {
            if (cells.Count != ranks + 1) throw Wrong(csv.Line, $"there are {cells.Count} cells instead of {ranks + 1}.");
            if (!long.TryParse(cells[0], NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count == 0)
                throw Wrong(csv.Line, $"\"{cells[0]}\" is not a number of papers.");
            rows.Add(new(count, cells.GetRange(1, ranks), csv.Line));
        }
        return new(ranks, rows);
    }

    /// <summary>Writes the table; a row with another number of cells, or a count below 1, throws an <see cref="ArgumentException"/>.</summary>
    public static void Write(TextWriter writer, RankedTable table)
    {
        writer.Write(string.Join(',', Header(table.Ranks)) + "\r\n");
        foreach (var row in table.Rows)
        {
            if (row.Cells.Count != table.Ranks || row.Count < 1) throw new ArgumentException("A row does not fit the table.", nameof(table));
            writer.Write($"{row.Count.ToString(CultureInfo.InvariantCulture)},{string.Join(',', row.Cells.Select(Quoted))}\r\n");
        }
    }

    /// <summary>The rows as paper forms, names replaced by ids; a name without an id (write-ins under <c>UWI</c>) throws a <see cref="FormatException"/>.</summary>
    public static IEnumerable<MarkedPaper> ToPapers(RankedTable table, IReadOnlyDictionary<string, long> ids) => table.Rows.Select(row => new MarkedPaper(
        [.. row.Cells.Select(cell => cell switch
        {
            "" or Undervote => RankMark.Skipped,
            Overvote => RankMark.UnnamedOvervote,
            _ => ids.TryGetValue(cell, out var id) ? RankMark.One(id) : throw Wrong(row.Line, $"\"{cell}\" is nobody's name."),
        })], row.Count));

    /// <summary>Paper forms as a table, as many ranks as the longest has, equal rows merged; several options at one rank become an overvote without names.</summary>
    public static RankedTable FromPapers(IEnumerable<MarkedPaper> papers, IReadOnlyDictionary<long, string> names)
    {
        var all = papers.ToList();
        var ranks = Math.Max(1, all.Select(p => p.Ranks.Count).DefaultIfEmpty(1).Max());
        var rows = all.Select(p => new RankedRow(p.Weight, [.. p.Ranks.Select(Cell), .. Enumerable.Repeat(Undervote, ranks - p.Ranks.Count)]))
            .GroupBy(r => string.Join('\n', r.Cells.Select(Quoted)), StringComparer.Ordinal)
            .Select(g => new RankedRow(g.Sum(r => r.Count), g.First().Cells));
        return new(ranks, [.. rows]);

        string Cell(RankMark mark) => mark.IsUnnamedOvervote || mark.Options.Count > 1 ? Overvote : mark.Options.Count == 0 ? Undervote : names[mark.Options[0]];
    }

    private static IEnumerable<string> Header(int ranks) =>
        Enumerable.Range(1, ranks).Select(r => $"rank{r.ToString(CultureInfo.InvariantCulture)}").Prepend("count");

    private static string Quoted(string cell) => cell.AsSpan().IndexOfAny(",\"\r\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static FormatException Wrong(int line, string what) => new(string.Create(CultureInfo.InvariantCulture, $"Line {line}: {what}"));

    /// <summary>The records of a CSV file, one after the other.</summary>
    private sealed class Records(TextReader reader)
    {
        private int lines;

        /// <summary>Where the last record began.</summary>
        public int Line { get; private set; }

        public List<string>? Next()
        {
            if (reader.Peek() < 0) return null;
            Line = ++lines;
            var (cells, cell) = (new List<string>(), new StringBuilder());
            while (true)
            {
                if (reader.Peek() == '"') ReadQuoted(cell);
                else ReadPlain(cell);
                cells.Add(cell.ToString());
                cell.Clear();
                switch (reader.Read())
                {
                    case ',':
                        continue;
                    case '\r' when reader.Peek() == '\n':
                        _ = reader.Read();
                        return cells;
                    case '\n' or -1:
                        return cells;
                    default:
                        throw Wrong(Line, "a cell goes on after its closing quote, or a line ends in the wrong way.");
                }
            }
        }

        private void ReadPlain(StringBuilder cell)
        {
            while (reader.Peek() is var next && next is not (',' or '\r' or '\n' or -1))
            {
                if (next == '"') throw Wrong(Line, "a quote stands in the middle of a cell.");
                cell.Append((char)reader.Read());
            }
        }

        private void ReadQuoted(StringBuilder cell)
        {
            _ = reader.Read();
            while (true)
            {
                var next = reader.Read();
                if (next < 0) throw Wrong(Line, "a quote is not closed.");
                if (next == '"' && reader.Peek() != '"') return;
                if (next == '"') _ = reader.Read();
                if (next == '\n') lines++;
                cell.Append((char)next);
            }
        }
    }
}

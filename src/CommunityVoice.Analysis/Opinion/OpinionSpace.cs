using System.Runtime.InteropServices;

namespace CommunityVoice.Analysis.Opinion;

/// <summary>A place on the map of opinions. People near one another voted alike; the numbers themselves mean nothing.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct OpinionPoint(double X, double Y)
{
    /// <summary>The distance from the middle, where everybody's average vote lies.</summary>
    public double Length => Math.Sqrt(X * X + Y * Y);
}

/// <summary>Where people and statements lie in the two directions in which votes differ most.</summary>
/// <remarks>
/// A participant lies at √((C + m) / (n + m)) · Σ (x − mean) · loading over the n statements they marked, where C is the number of statements that
/// anybody marked and m the fewest votes with which somebody is grouped: who marked few is not drawn all the way to the middle for that, and is not
/// thrown to the edge by a handful of votes either. Published Polis results have √(C / n), but count statements that moderators took out in both C
/// and n, for everybody, which has the same calming effect (with 162 of them in one reference conversation); ours must not know of those. A statement
/// lies where somebody would who agreed with it and marked nothing else: √C · (1 − mean) · loading; the length of that is its extremity.
/// Source: <c>methods.md</c> section 1, step 5, with our signs (1 is agree).
/// People's coordinates are rounded to a millionth, so that grouping adds up whole numbers and a last bit decides nothing.
/// </remarks>
internal sealed class OpinionSpace
{
    public const double Step = 1e-6;

    private readonly long[] x;
    private readonly long[] y;

    private OpinionSpace(VoteRows rows, OpinionPoint[] statements, bool tellsPeopleApart)
    {
        (Rows, Statements, TellsPeopleApart) = (rows, statements, tellsPeopleApart);
        (x, y) = (new long[rows.Count], new long[rows.Count]);
    }

    public VoteRows Rows { get; }

    /// <summary>By place in the table; statements without a vote lie in the middle.</summary>
    public OpinionPoint[] Statements { get; }

    public bool TellsPeopleApart { get; }

    /// <summary>A row's place, in millionths.</summary>
    public (long X, long Y) At(int row) => (x[row], y[row]);

    public static OpinionSpace Of(VoteRows rows, int leastVotes)
    {
        var components = PrincipalComponents.Of(rows);
        var statements = new OpinionPoint[rows.Columns];
        for (var n = 0; n < statements.Length; n++)
        {
            statements[n] = new(
                OpinionMeasures.StatementPosition(components.Centre[n], components.First[n], components.VotedOn),
                OpinionMeasures.StatementPosition(components.Centre[n], components.Second[n], components.VotedOn));
        }
        var space = new OpinionSpace(rows, statements, components.TellsPeopleApart);
        for (var row = 0; row < rows.Count; row++)
        {
            var codes = rows.CodesOf(row);
            double alongFirst = 0, alongSecond = 0;
            foreach (var code in codes)
            {
                var (column, deviation) = (code / 3, code % 3 - 1 - components.Centre[code / 3]);
                alongFirst += deviation * components.First[column];
                alongSecond += deviation * components.Second[column];
            }
            var scale = Math.Sqrt((double)(components.VotedOn + leastVotes) / (codes.Length + leastVotes)) / Step;
            (space.x[row], space.y[row]) = ((long)Math.Round(scale * alongFirst), (long)Math.Round(scale * alongSecond));
        }
        return space;
    }
}

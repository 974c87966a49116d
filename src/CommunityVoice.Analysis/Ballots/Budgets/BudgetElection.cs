namespace CommunityVoice.Analysis.Ballots;

/// <summary>All voters whose papers are equal: points above 0 per project, by rising number, and how many voters they are.</summary>
public sealed record BallotGroup(IReadOnlyDictionary<long, long> Points, long Voters);

/// <summary>A budget ballot ready to be counted: projects by rising number, equal papers merged, and the money there is.</summary>
/// <remarks>
/// Money is in whole minor units (pence). Groups stand in an order that follows from their content, so the order in which papers come plays
/// no part in any result. An <see cref="ArgumentException"/> says which project, paper or sum is wrong.
/// </remarks>
public sealed class BudgetElection
{
    // Sums of money times voters stay exact in 64 bits and, multiplied crosswise, in 128.
    private const long Largest = 1_000_000_000_000_000;

    private readonly Dictionary<long, long> votes;

    public BudgetElection(IEnumerable<Project> projects, IEnumerable<BudgetPaper> papers, long budget)
    {
        Projects = [.. projects.OrderBy(p => p.Id)];
        if (Projects.Sum(p => (decimal)p.Cost) > Largest) throw new ArgumentException($"All costs add up to more than {Largest}.", nameof(projects));
        Budget = budget is > 0 and <= Largest ? budget : throw new ArgumentException($"A budget lies between 1 and {Largest}; this one is {budget}.", nameof(budget));
        votes = [];
        foreach (var project in Projects)
        {
            if (project.Cost is < 1 or > Largest) throw new ArgumentException($"Project {project.Id} costs {project.Cost}; a cost lies between 1 and {Largest}.", nameof(projects));
            if (!votes.TryAdd(project.Id, 0)) throw new ArgumentException($"Two projects have the number {project.Id}.", nameof(projects));
        }
        Groups = Merged(papers);
        Voters = Groups.Sum(g => g.Voters);
        Int128 total = 0;
        foreach (var group in Groups)
        {
            foreach (var (id, points) in group.Points)
            {
                if (!votes.TryGetValue(id, out var sofar)) throw new ArgumentException($"A paper names project {id}, which is not on the ballot.", nameof(papers));
                if ((total += (Int128)points * group.Voters) > Largest) throw new ArgumentException($"Points add up to more than {Largest}.", nameof(papers));
                votes[id] = sofar + group.Voters;
            }
        }
    }

    /// <summary>The projects, by rising number.</summary>
    public IReadOnlyList<Project> Projects { get; }

    /// <summary>Groups of equal papers; every voter is in one.</summary>
    public IReadOnlyList<BallotGroup> Groups { get; }

    public long Budget { get; }

    /// <summary>How many papers there are, those without a choice too.</summary>
    public long Voters { get; }

    /// <summary>How many voters gave a project at least one point; 0 for one not on the ballot.</summary>
    public long VotesFor(long project) => votes.GetValueOrDefault(project);

    /// <summary>An election from the canonical texts of papers (<c>12,15,19</c>); empty texts are papers that were taken back.</summary>
    public static BudgetElection OfChoices(IEnumerable<Project> projects, IEnumerable<string> papers, long budget) => new(projects,
        papers.Where(p => p.Length > 0).CountBy(p => p, StringComparer.Ordinal).Select(p => BudgetPaper.Approving(BallotIdsText.Read(p.Key), p.Value)), budget);

    /// <summary>Projects that somebody chose: one without any supporter is never funded, by any rule.</summary>
    internal IEnumerable<Project> Supported => Projects.Where(p => votes[p.Id] > 0);

    private static List<BallotGroup> Merged(IEnumerable<BudgetPaper> papers)
    {
        var groups = new SortedDictionary<long[], BallotGroup>(Comparer<long[]>.Create((a, b) => a.AsSpan().SequenceCompareTo(b)));
        foreach (var paper in papers)
        {
            long[] key = [.. paper.Points.SelectMany(p => (long[])[p.Key, p.Value])];
            groups[key] = groups.TryGetValue(key, out var group) ? group with { Voters = group.Voters + paper.Weight } : new(paper.Points, paper.Weight);
        }
        return [.. groups.Values];
    }
}

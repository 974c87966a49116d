using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CommunityVoice.Analysis.Ballots.Bundles;

/// <summary>The terms of a ballot as one line of JSON, and back.</summary>
internal static class TermsText
{
    // Written to be read by people too: no escapes where none are needed, and nothing about rules that the method does not have.
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public static string Write(BallotTerms terms, BundleNotes notes) => JsonSerializer.Serialize(
        new Line(terms.Ballot, terms.Title, ResultText.Name(terms.Method), RulesOf(terms),
            [.. terms.Options.Select(o => new Option(o.Id, o.Title, terms.Method == BallotMethod.Budget ? o.Cost : null))],
            notes.Advice, notes.WhoMayVote, notes.Disclosure, notes.Licence, [.. notes.Claims]), Json);

    /// <summary>Reads the line; throws a <see cref="FormatException"/> when it is none.</summary>
    public static (BallotTerms Terms, BundleNotes Notes) Read(string line)
    {
        try
        {
            var read = JsonSerializer.Deserialize<Line>(line, Json) ?? throw new JsonException();
            var rules = read.Rules;
            var terms = new BallotTerms(read.Ballot, ResultText.Method(read.Method), [.. read.Options.Select(o => new BallotOption(o.Id, o.Title, o.Cost ?? 0))])
            {
                Title = read.Title,
                DotsEach = rules.DotsEach ?? 0,
                MostOnOne = rules.MostOnOne ?? 0,
                MostPicks = rules.MostPicks ?? 0,
                Winners = rules.Winners ?? 1,
                Budget = rules.BudgetPence ?? 0,
                Completion = rules.Completion ?? "",
            };
            return (terms, new(read.Advice, read.WhoMayVote, read.Disclosure, read.Licence, read.Claims));
        }
        catch (JsonException e)
        {
            throw new FormatException("line 2 does not hold the terms as one JSON object.", e);
        }
    }

    private static Rules RulesOf(BallotTerms terms) => terms.Method switch
    {
        BallotMethod.Dots => new() { DotsEach = terms.DotsEach, MostOnOne = terms.MostOnOne },
        BallotMethod.Pick => new() { MostPicks = terms.MostPicks },
        BallotMethod.Rank => new() { Winners = terms.Winners },
        BallotMethod.Budget => new() { BudgetPence = terms.Budget, Completion = terms.Completion },
        _ => new(),
    };

    private sealed record Line(
        long Ballot, string Title, string Method, Rules Rules, List<Option> Options, string Advice, string WhoMayVote, string Disclosure, string Licence, List<string> Claims);

    private sealed record Option(long Id, string Title, long? CostPence = null)
    {
        [JsonIgnore]
        public long? Cost => CostPence;
    }

    private sealed record Rules
    {
        public int? DotsEach { get; init; }
        public int? MostOnOne { get; init; }
        public int? MostPicks { get; init; }
        public int? Winners { get; init; }
        public long? BudgetPence { get; init; }
        public string? Completion { get; init; }
    }
}

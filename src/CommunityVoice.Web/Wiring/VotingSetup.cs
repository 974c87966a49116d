using CommunityVoice.Voting;
using CommunityVoice.Web.Background;
using CommunityVoice.Web.Pages.Manage.Ballots;
using CommunityVoice.Web.Pages.Manage.Consultations;
using CommunityVoice.Web.Voting;

namespace CommunityVoice.Web.Wiring;

/// <summary>What voting is made of.</summary>
public static class VotingSetup
{
    public static void AddVoting(this IServiceCollection services)
    {
        services.AddSingleton<WriteGate>();
        services.AddSingleton<BallotsAtHand>();
        services.AddSingleton<BallotBox>();
        services.AddSingleton<HotReads>();
        services.AddScoped<Participants>();
        services.AddScoped<Casting>();
        services.AddScoped<Marking>();
        services.AddScoped<Statements>();
        services.AddScoped<StatementRoute>();
        services.AddScoped<Eligibility>();
        services.AddScoped<CodeTries>();
        services.AddScoped<Voters>();
        services.AddScoped<OneMark>();
        services.AddScoped<StatementTurns>();
        services.AddScoped<VotingCodes>();
        services.AddScoped<BallotDesk>();
        services.AddScoped<OptionSources>();
        services.AddScoped<OptionOrigins>();
        services.AddScoped<BallotForms>();
        services.AddScoped<PaperForms>();
        services.AddSingleton<PrintedCodes>();
        services.AddScoped<Sealer>();
        services.AddScoped<Outcomes>();
        services.AddScoped<TallyCheck>();
        services.AddScoped<BallotResults>();
        services.AddScoped<Receipts>();
        services.AddScoped<Exclusions>();
        services.AddScoped<ExclusionCounts>();
        services.AddScoped<ExclusionLetters>();
        services.AddScoped<UnusualPatterns>();
        services.AddScoped<TrueCounts>();
        services.AddScoped<BallotAtHand>();
        services.AddScoped<PublicRecords>();
        services.AddScoped<ReceiptLetters>();
        services.AddSingleton<VoteTickets>();
        services.AddSingleton<KeptChoices>();
        services.AddScoped<PolisImport>();
        services.AddScoped<MarkTotals>();
        services.AddHostedService<SealerLoop>();
        services.AddHostedService<OutcomeLoop>();
    }
}

using System.Data;
using CommunityVoice.Activity;
using CommunityVoice.AnnualReports;
using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Checklists;
using CommunityVoice.Consultations;
using CommunityVoice.Decisions;
using CommunityVoice.Discussion;
using CommunityVoice.Elements;
using CommunityVoice.Follows;
using CommunityVoice.Frameworks;
using CommunityVoice.Moderation;
using CommunityVoice.Notifications;
using CommunityVoice.OnBehalf;
using CommunityVoice.People;
using CommunityVoice.Recommendations;
using CommunityVoice.Reviews;
using CommunityVoice.Search;
using CommunityVoice.Sharing;
using CommunityVoice.Skills;
using CommunityVoice.Strategies;
using CommunityVoice.Summaries;
using CommunityVoice.Themes;
using CommunityVoice.Voting;
using CommunityVoice.Webhooks;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CommunityVoice.Data;

/// <summary>The whole model over one database. Saving chains the activity record and makes changed pages be rendered anew.</summary>
public sealed class CommunityVoiceDb(DbContextOptions<CommunityVoiceDb> options, WriteTurn? turn = null, PageVersions? pages = null)
    : IdentityUserContext<Person, Guid>(options)
{
    private readonly PageChanges changes = new();

    public DbSet<Area> Areas => Set<Area>();
    public DbSet<FormerAreaName> FormerAreaNames => Set<FormerAreaName>();
    public DbSet<AreaLink> AreaLinks => Set<AreaLink>();
    public DbSet<OwnArea> OwnAreas => Set<OwnArea>();
    public DbSet<Postcode> Postcodes => Set<Postcode>();
    public DbSet<AreaPopulation> AreaPopulations => Set<AreaPopulation>();
    public DbSet<AreaDeprivation> AreaDeprivations => Set<AreaDeprivation>();
    public DbSet<ElectionPeriod> ElectionPeriods => Set<ElectionPeriod>();
    public DbSet<AreaTally> AreaTallies => Set<AreaTally>();
    public DbSet<Person> People => Set<Person>();
    public DbSet<SignInRequest> SignInRequests => Set<SignInRequest>();
    public DbSet<Phone> Phones => Set<Phone>();
    public DbSet<PhoneCode> PhoneCodes => Set<PhoneCode>();
    public DbSet<Participant> Participants => Set<Participant>();
    public DbSet<ParticipantLink> ParticipantLinks => Set<ParticipantLink>();
    public DbSet<Body> Bodies => Set<Body>();
    public DbSet<Remit> Remits => Set<Remit>();
    public DbSet<BudgetHolding> BudgetHoldings => Set<BudgetHolding>();
    public DbSet<Membership> Memberships => Set<Membership>();
    public DbSet<HandOver> HandOvers => Set<HandOver>();
    public DbSet<SharingAgreement> SharingAgreements => Set<SharingAgreement>();
    public DbSet<SharingParty> SharingParties => Set<SharingParty>();
    public DbSet<BodyStanding> BodyStandings => Set<BodyStanding>();
    public DbSet<Invitation> Invitations => Set<Invitation>();
    public DbSet<Framework> Frameworks => Set<Framework>();
    public DbSet<FrameworkItem> FrameworkItems => Set<FrameworkItem>();
    public DbSet<FrameworkItemLink> FrameworkItemLinks => Set<FrameworkItemLink>();
    public DbSet<Review> Reviews => Set<Review>();
    public DbSet<ItemJudgement> ItemJudgements => Set<ItemJudgement>();
    public DbSet<TestQuestion> TestQuestions => Set<TestQuestion>();
    public DbSet<TestAnswer> TestAnswers => Set<TestAnswer>();
    public DbSet<ReviewPartner> ReviewPartners => Set<ReviewPartner>();
    public DbSet<AgreedImpact> AgreedImpacts => Set<AgreedImpact>();
    public DbSet<ImpactParty> ImpactParties => Set<ImpactParty>();
    public DbSet<ReviewMeeting> ReviewMeetings => Set<ReviewMeeting>();
    public DbSet<Exemplar> Exemplars => Set<Exemplar>();
    public DbSet<ItemThread> ItemThreads => Set<ItemThread>();
    public DbSet<Consultation> Consultations => Set<Consultation>();
    public DbSet<Document> Documents => Set<Document>();
    public DbSet<DocumentSection> DocumentSections => Set<DocumentSection>();
    public DbSet<DocumentVersion> DocumentVersions => Set<DocumentVersion>();
    public DbSet<VersionSection> VersionSections => Set<VersionSection>();
    public DbSet<ConsultationChange> ConsultationChanges => Set<ConsultationChange>();
    public DbSet<ChecklistAnswer> ChecklistAnswers => Set<ChecklistAnswer>();
    public DbSet<PlannedGroup> PlannedGroups => Set<PlannedGroup>();
    public DbSet<DisclosureAssessment> DisclosureAssessments => Set<DisclosureAssessment>();
    public DbSet<PublicEvent> PublicEvents => Set<PublicEvent>();
    public DbSet<FormerSlug> FormerSlugs => Set<FormerSlug>();
    public DbSet<Comment> Comments => Set<Comment>();
    public DbSet<CommentSupport> CommentSupports => Set<CommentSupport>();
    public DbSet<EnteredAnswer> EnteredAnswers => Set<EnteredAnswer>();
    public DbSet<AnswerForm> AnswerForms => Set<AnswerForm>();
    public DbSet<Meeting> Meetings => Set<Meeting>();
    public DbSet<HeardTable> HeardTables => Set<HeardTable>();
    public DbSet<EqualityAnswer> EqualityAnswers => Set<EqualityAnswer>();
    public DbSet<EqualityTable> EqualityTables => Set<EqualityTable>();
    public DbSet<Element> Elements => Set<Element>();
    public DbSet<Idea> Ideas => Set<Idea>();
    public DbSet<Ballot> Ballots => Set<Ballot>();
    public DbSet<Priority> Priorities => Set<Priority>();
    public DbSet<BallotPaper> BallotPapers => Set<BallotPaper>();
    public DbSet<LedgerEntry> LedgerEntries => Set<LedgerEntry>();
    public DbSet<Mark> Marks => Set<Mark>();
    public DbSet<VoterPass> VoterPasses => Set<VoterPass>();
    public DbSet<VotingCode> VotingCodes => Set<VotingCode>();
    public DbSet<BallotOutcome> BallotOutcomes => Set<BallotOutcome>();
    public DbSet<EnteredPaper> EnteredPapers => Set<EnteredPaper>();
    public DbSet<Exclusion> Exclusions => Set<Exclusion>();
    public DbSet<Flag> Flags => Set<Flag>();
    public DbSet<PrivateNote> PrivateNotes => Set<PrivateNote>();
    public DbSet<Decision> Decisions => Set<Decision>();
    public DbSet<Theme> Themes => Set<Theme>();
    public DbSet<Coding> Codings => Set<Coding>();
    public DbSet<ThemeTable> ThemeTables => Set<ThemeTable>();
    public DbSet<ThemeListVersion> ThemeListVersions => Set<ThemeListVersion>();
    public DbSet<SuggestionAnswer> SuggestionAnswers => Set<SuggestionAnswer>();
    public DbSet<NearCopy> NearCopies => Set<NearCopy>();
    public DbSet<Comparison> Comparisons => Set<Comparison>();
    public DbSet<DoubleCoding> DoubleCodings => Set<DoubleCoding>();
    public DbSet<DoubleCodedComment> DoubleCodedComments => Set<DoubleCodedComment>();
    public DbSet<Ruling> Rulings => Set<Ruling>();
    public DbSet<Summary> Summaries => Set<Summary>();
    public DbSet<SummaryVersion> SummaryVersions => Set<SummaryVersion>();
    public DbSet<SummarySection> SummarySections => Set<SummarySection>();
    public DbSet<Finding> Findings => Set<Finding>();
    public DbSet<Citation> Citations => Set<Citation>();
    public DbSet<Figure> Figures => Set<Figure>();
    public DbSet<Partner> SummaryPartners => Set<Partner>();
    public DbSet<SummaryAuthor> SummaryAuthors => Set<SummaryAuthor>();
    public DbSet<FactCheck> FactChecks => Set<FactCheck>();
    public DbSet<SummaryVariant> SummaryVariants => Set<SummaryVariant>();
    public DbSet<Recommendation> Recommendations => Set<Recommendation>();
    public DbSet<Response> Responses => Set<Response>();
    public DbSet<Outcome> Outcomes => Set<Outcome>();
    public DbSet<ClockPause> ClockPauses => Set<ClockPause>();
    public DbSet<Escalation> Escalations => Set<Escalation>();
    public DbSet<DecisionRecord> DecisionRecords => Set<DecisionRecord>();
    public DbSet<ThemeAnswer> ThemeAnswers => Set<ThemeAnswer>();
    public DbSet<DecisionDelay> DecisionDelays => Set<DecisionDelay>();
    public DbSet<DecisionReminder> DecisionReminders => Set<DecisionReminder>();
    public DbSet<Strategy> Strategies => Set<Strategy>();
    public DbSet<StrategyVersion> StrategyVersions => Set<StrategyVersion>();
    public DbSet<StrategyAction> StrategyActions => Set<StrategyAction>();
    public DbSet<SkillOffer> SkillOffers => Set<SkillOffer>();
    public DbSet<Helper> Helpers => Set<Helper>();
    public DbSet<StrategyAuthor> StrategyAuthors => Set<StrategyAuthor>();
    public DbSet<ResourceTransfer> ResourceTransfers => Set<ResourceTransfer>();
    public DbSet<BudgetLine> BudgetLines => Set<BudgetLine>();
    public DbSet<ActionReport> ActionReports => Set<ActionReport>();
    public DbSet<RelatedPlan> RelatedPlans => Set<RelatedPlan>();
    public DbSet<LocalMeasure> LocalMeasures => Set<LocalMeasure>();
    public DbSet<GapNote> GapNotes => Set<GapNote>();
    public DbSet<NeedsAssessment> NeedsAssessments => Set<NeedsAssessment>();
    public DbSet<RevisionQuestion> RevisionQuestions => Set<RevisionQuestion>();
    public DbSet<AnnualReport> AnnualReports => Set<AnnualReport>();
    public DbSet<Reader> Readers => Set<Reader>();
    public DbSet<Follow> Follows => Set<Follow>();
    public DbSet<OwedNews> OwedNews => Set<OwedNews>();
    public DbSet<ToldNews> ToldNews => Set<ToldNews>();
    public DbSet<NewsletterRequest> NewsletterRequests => Set<NewsletterRequest>();
    public DbSet<Letter> Letters => Set<Letter>();
    public DbSet<TextMessage> TextMessages => Set<TextMessage>();
    public DbSet<Webhook> Webhooks => Set<Webhook>();
    public DbSet<WebhookDelivery> WebhookDeliveries => Set<WebhookDelivery>();
    public DbSet<ActivityEntry> ActivityEntries => Set<ActivityEntry>();
    public DbSet<SearchEntry> SearchEntries => Set<SearchEntry>();
    public DbSet<ProtectionKey> ProtectionKeys => Set<ProtectionKey>();
    public DbSet<Lease> Leases => Set<Lease>();

    // Passkeys need the third schema; taking it from the first migration saves rebuilding tables later.
    protected override Version SchemaVersion => IdentitySchemaVersions.Version3;

    /// <summary>Saves, or answers false when a unique index says that somebody else got there first.</summary>
    public async Task<bool> TrySaveAsync(CancellationToken ct)
    {
        try
        {
            await SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateException e) when (IsUniqueViolation(e))
        {
            ChangeTracker.Clear();
            return false;
        }
    }

    /// <summary>Saves, or answers false when somebody else changed the same in the same moment.</summary>
    public async Task<bool> TryChangeAsync(CancellationToken ct)
    {
        try
        {
            await SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            ChangeTracker.Clear();
            return false;
        }
    }

    public static bool IsUniqueViolation(Exception e) =>
        e.InnerException is SqliteException { SqliteExtendedErrorCode: 2067 or 1555 }
            or PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    /// <summary>
    /// Runs the work in one transaction, in its turn among this process's writers. Pages are told only after the commit.
    /// Within a transaction already begun, the work simply joins it.
    /// </summary>
    public async Task<T> TransactAsync<T>(Func<Task<T>> work, CancellationToken ct)
    {
        if (Database.CurrentTransaction is not null) return await work();
        using var taken = await TakeTurnAsync(ct);
        T result;
        await using (var transaction = await Database.BeginTransactionAsync(IsolationLevel.ReadCommitted, ct))
        {
            try
            {
                result = await work();
                await changes.NotifyAsync(this, ct);
                await transaction.CommitAsync(ct);
            }
            catch
            {
                changes.Forget();
                throw;
            }
        }
        changes.Tell(pages);
        return result;
    }

    public Task TransactAsync(Func<Task> work, CancellationToken ct) => TransactAsync(async () =>
    {
        await work();
        return true;
    }, ct);

    /// <summary>Names pages that a change made in plain SQL shows on; told with the commit.</summary>
    public void Touch(params IEnumerable<string> pageTags) => changes.Add(pageTags);

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default) =>
        TransactAsync(async () =>
        {
            await ActivityChain.LinkNewEntriesAsync(this, cancellationToken);
            changes.Collect(ChangeTracker);
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }, cancellationToken);

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Save asynchronously: writers of this process take turns.");

    // SQLite cannot order or compare DateTimeOffset; ticks in UTC can do both.
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        if (Database.IsSqlite()) configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<Person>().ToTable("People");
        builder.ApplyConfigurationsFromAssembly(typeof(CommunityVoiceDb).Assembly);
    }

    private async Task<IDisposable?> TakeTurnAsync(CancellationToken ct) =>
        turn is not null && Database.IsSqlite() ? await turn.TakeAsync(ct) : null;
}

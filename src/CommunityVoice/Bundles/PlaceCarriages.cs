using CommunityVoice.Activity;
using CommunityVoice.AnnualReports;
using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Checklists;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
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

namespace CommunityVoice.Bundles;

/// <summary>Every entity, and how it travels with a place: one line each. A test fails for an entity that has none.</summary>
public static class PlaceCarriages
{
    private const string NotTheirs = "accounts stay with the site that people gave them to";
    private const string OfTheSite = "it is of the site, not of the place";

    public static IReadOnlyList<Carriage> All { get; } =
    [
        // The place.
        Carriage.WhenNamed<Area>() with { Name = [nameof(Area.Slug)] },
        Carriage.With<FormerAreaName>(nameof(FormerAreaName.AreaId)),
        Carriage.With<AreaLink>(nameof(AreaLink.FromId), nameof(AreaLink.ToId)) with { Name = [nameof(AreaLink.FromId), nameof(AreaLink.Kind), nameof(AreaLink.ToId)], HasNoNumber = true },
        Carriage.With<AreaPopulation>(nameof(AreaPopulation.AreaId)) with { Name = [nameof(AreaPopulation.AreaId), nameof(AreaPopulation.Period), nameof(AreaPopulation.Group)], HasNoNumber = true },
        Carriage.With<AreaDeprivation>(nameof(AreaDeprivation.AreaId)) with { Name = [nameof(AreaDeprivation.AreaId), nameof(AreaDeprivation.Edition), nameof(AreaDeprivation.Decile)], HasNoNumber = true },
        Carriage.With<Postcode>(nameof(Postcode.WardId)) with { Name = [nameof(Postcode.Code)] },
        Carriage.With<ElectionPeriod>(nameof(ElectionPeriod.AreaId)) with { ReachesAround = true },
        Carriage.With<Element>(nameof(Element.AreaId)) with { ReachesAround = true },
        Carriage.With<ElementNeed>(nameof(ElementNeed.ElementId)),
        Carriage.With<OwnArea>(nameof(OwnArea.PlaceId)) with { SignedBy = nameof(OwnArea.AuthorId) },

        // Who acts in it.
        Carriage.WhenNamed<Body>() with { Name = [nameof(Body.Slug)] },
        Carriage.With<Remit>(nameof(Remit.AreaId)) with { ReachesAround = true },
        Carriage.With<BudgetHolding>(nameof(BudgetHolding.RemitId)),
        Carriage.With<HandOver>(nameof(HandOver.FromId), nameof(HandOver.ToId)),
        Carriage.With<HandedRemit>(nameof(HandedRemit.HandOverId)),
        Carriage.With<BodyStanding>(nameof(BodyStanding.BodyId)),
        Carriage.With<SharingAgreement>(nameof(SharingAgreement.AreaId)) with { ReachesAround = true },
        Carriage.With<SharingParty>(nameof(SharingParty.AgreementId)),
        Carriage.WhenNamed<Person>() with { Only = [nameof(Person.Id), nameof(Person.DisplayName), nameof(Person.DeclaredRole)] },
        Carriage.WhenNamed<Participant>(),
        Carriage.Stays<Membership>("people are asked anew to act for a body where it goes"),
        Carriage.Stays<Invitation>("people are asked anew to act for a body where it goes"),
        Carriage.Stays<ParticipantLink>("it alone tells who cast which paper"),
        Carriage.Stays<SignInRequest>(NotTheirs),
        Carriage.Stays<Phone>(NotTheirs),
        Carriage.Stays<PhoneCode>(NotTheirs),
        Carriage.Stays<IdentityUserClaim<Guid>>(NotTheirs),
        Carriage.Stays<IdentityUserLogin<Guid>>(NotTheirs),
        Carriage.Stays<IdentityUserToken<Guid>>(NotTheirs),
        Carriage.Stays<IdentityUserPasskey<Guid>>(NotTheirs),

        // What is measured against.
        Carriage.Always<Framework>() with { Name = [nameof(Framework.Slug)], HasNoNumber = true },
        Carriage.Always<FrameworkItem>() with { Name = [nameof(FrameworkItem.FrameworkId), nameof(FrameworkItem.Code)], HasNoNumber = true },
        Carriage.Always<FrameworkItemLink>() with { Name = [nameof(FrameworkItemLink.FromId), nameof(FrameworkItemLink.ToId)], HasNoNumber = true },
        Carriage.With<Review>(nameof(Review.AreaId)),
        Carriage.With<ReviewSponsor>(nameof(ReviewSponsor.ReviewId)),
        Carriage.With<ItemJudgement>(nameof(ItemJudgement.ReviewId)),
        Carriage.With<JudgementGround>(nameof(JudgementGround.JudgementId)),
        Carriage.With<TestQuestion>(nameof(TestQuestion.ReviewId)),
        Carriage.With<TestAnswer>(nameof(TestAnswer.QuestionId)),
        Carriage.With<ReviewPartner>(nameof(ReviewPartner.ReviewId)),
        Carriage.With<AgreedImpact>(nameof(AgreedImpact.ReviewId)),
        Carriage.With<ImpactParty>(nameof(ImpactParty.ImpactId)),
        Carriage.With<ReviewMeeting>(nameof(ReviewMeeting.ReviewId)),
        Carriage.With<ItemThread>(nameof(ItemThread.ReviewId)),
        Carriage.With<ThreadAction>(nameof(ThreadAction.ThreadId)),

        // What was asked and said.
        Carriage.With<Consultation>(nameof(Consultation.AreaId)),
        Carriage.With<ConsultationChange>(nameof(ConsultationChange.ConsultationId)),
        Carriage.With<PublicEvent>(nameof(PublicEvent.ConsultationId)),
        Carriage.With<PlannedGroup>(nameof(PlannedGroup.ConsultationId)),
        Carriage.With<ChecklistAnswer>(nameof(ChecklistAnswer.ConsultationId), nameof(ChecklistAnswer.BodyId)),
        Carriage.With<DisclosureAssessment>(nameof(DisclosureAssessment.ConsultationId)),
        Carriage.With<Document>(nameof(Document.ConsultationId)),
        Carriage.With<DocumentSection>(nameof(DocumentSection.DocumentId)),
        Carriage.With<DocumentVersion>(nameof(DocumentVersion.DocumentId)),
        Carriage.With<VersionSection>(nameof(VersionSection.VersionId)),
        Carriage.With<FormerSlug>(nameof(FormerSlug.TargetId)) with { Points = new(nameof(FormerSlug.TargetId), nameof(FormerSlug.Kind), FormerSlugs) },
        Carriage.With<Comment>(nameof(Comment.ConsultationId)) with { SignedBy = nameof(Comment.AuthorId) },
        Carriage.With<CommentSupport>(nameof(CommentSupport.CommentId)),
        Carriage.Stays<EqualityAnswer>("people told it to this site, which alone can find it again for them"),
        Carriage.Stays<EqualityTable>("it is counted from what stays"),
        Carriage.With<HeardTable>(nameof(HeardTable.ConsultationId)), // with what guards it: what was published before can be subtracted anywhere
        Carriage.With<AnswerForm>(nameof(AnswerForm.ConsultationId)),
        Carriage.With<EnteredAnswer>(nameof(EnteredAnswer.CommentId)),
        Carriage.With<Meeting>(nameof(Meeting.ConsultationId)),
        Carriage.With<NearCopy>(nameof(NearCopy.CommentId)),
        Carriage.With<Comparison>(nameof(Comparison.ConsultationId)),
        Carriage.With<Idea>(nameof(Idea.AreaId)) with { SignedBy = nameof(Idea.AuthorId) },
        Carriage.With<Flag>(nameof(Flag.CommentId)),
        Carriage.Stays<PrivateNote>("it was told to this site's voice body in confidence"),
        Carriage.With<Decision>(nameof(Decision.CommentId)),

        // What was voted.
        Carriage.With<Ballot>(nameof(Ballot.ConsultationId)),
        Carriage.With<Priority>(nameof(Priority.BallotId)) with { Points = new(nameof(Priority.OriginId), nameof(Priority.Origin), Origins) },
        Carriage.With<BallotPaper>(nameof(BallotPaper.BallotId)) with { Without = [nameof(BallotPaper.OwesReceipt)] },
        Carriage.With<LedgerEntry>(nameof(LedgerEntry.BallotId)) with { Keeps = [nameof(LedgerEntry.ReceiptHash)] }, // so that receipts can be checked
        Carriage.With<Mark>(nameof(Mark.BallotId)),
        Carriage.With<VoterPass>(nameof(VoterPass.BallotId)),
        Carriage.With<EnteredPaper>(nameof(EnteredPaper.BallotId)),
        Carriage.With<BallotOutcome>(nameof(BallotOutcome.BallotId)),
        Carriage.With<Exclusion>(nameof(Exclusion.BallotId)),
        Carriage.With<ExclusionPaper>(nameof(ExclusionPaper.ExclusionId)),
        Carriage.Stays<VotingCode>("whoever holds a letter is given another where the vote goes on"),

        // What was made of it.
        Carriage.With<Theme>(nameof(Theme.AreaId)),
        Carriage.With<ThemeTable>(nameof(ThemeTable.ThemeId)), // with what guards it, as where it was heard
        Carriage.With<ThemeListVersion>(nameof(ThemeListVersion.AreaId)),
        Carriage.With<Coding>(nameof(Coding.CommentId)),
        Carriage.With<DoubleCoding>(nameof(DoubleCoding.ConsultationId)),
        Carriage.With<DoubleCodedComment>(nameof(DoubleCodedComment.DoubleCodingId)),
        Carriage.With<Ruling>(nameof(Ruling.DoubleCodedCommentId)),
        Carriage.Stays<SuggestionAnswer>("it helps those who code here"),
        Carriage.With<Summary>(nameof(Summary.ConsultationId)),
        Carriage.With<SummaryVersion>(nameof(SummaryVersion.SummaryId)),
        Carriage.With<SummarySection>(nameof(SummarySection.VersionId)),
        Carriage.With<Finding>(nameof(Finding.VersionId)),
        Carriage.With<Citation>(nameof(Citation.FindingId)),
        Carriage.With<Figure>(nameof(Figure.VersionId)),
        Carriage.With<Recommendation>(nameof(Recommendation.SummaryId)),
        Carriage.With<RecommendationGround>(nameof(RecommendationGround.RecommendationId)),
        Carriage.With<Response>(nameof(Response.RecommendationId)),
        Carriage.With<Outcome>(nameof(Outcome.RecommendationId)),
        Carriage.With<ClockPause>(nameof(ClockPause.RecommendationId)),
        Carriage.With<Escalation>(nameof(Escalation.SummaryId)),
        Carriage.With<EscalatedRecommendation>(nameof(EscalatedRecommendation.EscalationId)),
        Carriage.With<Partner>(nameof(Partner.VersionId)),
        Carriage.With<SummaryAuthor>(nameof(SummaryAuthor.SummaryId)),
        Carriage.With<SummaryVariant>(nameof(SummaryVariant.SummaryId)),
        Carriage.Stays<FactCheck>("it was sent to somebody by this site, behind an address that only they know"),
        Carriage.Stays<FactCheckComment>("it was written behind an address that only its writers know"),
        Carriage.With<AnnualReport>(nameof(AnnualReport.ById)),
        Carriage.With<DecisionRecord>(nameof(DecisionRecord.ConsultationId)),
        Carriage.With<ThemeAnswer>(nameof(ThemeAnswer.RecordId)),
        Carriage.With<DecisionDelay>(nameof(DecisionDelay.ConsultationId)),
        Carriage.With<DecisionReminder>(nameof(DecisionReminder.ConsultationId)),

        // What is planned and paid.
        Carriage.With<Strategy>(nameof(Strategy.AreaId)),
        Carriage.With<StrategyAuthor>(nameof(StrategyAuthor.StrategyId)),
        Carriage.With<StrategyVersion>(nameof(StrategyVersion.StrategyId)),
        Carriage.With<StrategyAction>(nameof(StrategyAction.VersionId)),
        Carriage.With<ActionItem>(nameof(ActionItem.ActionId)),
        Carriage.With<ActionFinding>(nameof(ActionFinding.ActionId)),
        Carriage.With<ActionElement>(nameof(ActionElement.ActionId)),
        Carriage.With<ActionSkill>(nameof(ActionSkill.ActionId)),
        Carriage.Stays<SkillOffer>("people offered it on this site, where alone they can take it back"),
        Carriage.Stays<OfferedSkill>("people offered it on this site, where alone they can take it back"),
        Carriage.Stays<Helper>("people told it to whoever owns an action, on this site"),
        Carriage.With<BudgetLine>(nameof(BudgetLine.VersionId)),
        Carriage.With<LineItem>(nameof(LineItem.LineId)),
        Carriage.With<ResourceTransfer>(nameof(ResourceTransfer.FromAreaId), nameof(ResourceTransfer.ToAreaId)),
        Carriage.With<ActionReport>(nameof(ActionReport.StrategyId)),
        Carriage.With<RelatedPlan>(nameof(RelatedPlan.VersionId)),
        Carriage.With<LocalMeasure>(nameof(LocalMeasure.VersionId)),
        Carriage.With<Exemplar>(nameof(Exemplar.AreaId)),
        Carriage.With<GapNote>(nameof(GapNote.StrategyId)),
        Carriage.With<RevisionQuestion>(nameof(RevisionQuestion.StrategyId)),
        Carriage.WhenNamed<NeedsAssessment>(), // also of a place within

        // How it is found, and what only this site needs.
        Carriage.With<SearchEntry>(nameof(SearchEntry.SubjectId)) with { Name = [nameof(SearchEntry.Kind), nameof(SearchEntry.SubjectId)], HasNoNumber = true, Points = new(nameof(SearchEntry.SubjectId), nameof(SearchEntry.Kind), Found) },
        Carriage.Stays<ActivityEntry>("the record is one chain of this whole site; its length and newest fingerprint travel"),
        Carriage.Stays<ActivityValues>("they are personal"),
        Carriage.Stays<Letter>("it was written to somebody by this site"),
        Carriage.Stays<TextMessage>("it was written to somebody by this site"),
        Carriage.Stays<Reader>(NotTheirs),
        Carriage.Stays<Follow>(NotTheirs),
        Carriage.Stays<OwedNews>("it is a letter to come of this site"),
        Carriage.Stays<ToldNews>("it is a letter of this site"),
        Carriage.Stays<NewsletterRequest>(NotTheirs),
        Carriage.Stays<Webhook>("it is signed with a secret that this site shares with its receiver"),
        Carriage.Stays<WebhookDelivery>("it is told by this site"),
        Carriage.Stays<AreaTally>("areas are counted anew where they go"),
        Carriage.Stays<ProtectionKey>(OfTheSite),
        Carriage.Stays<ServerKey>(OfTheSite),
        Carriage.Stays<Lease>(OfTheSite),
    ];

    private static Dictionary<string, Type> Origins => new(StringComparer.Ordinal)
    {
        [nameof(PriorityOrigin.Comment)] = typeof(Comment),
        [nameof(PriorityOrigin.Idea)] = typeof(Idea),
        [nameof(PriorityOrigin.Theme)] = typeof(Theme),
        [nameof(PriorityOrigin.FrameworkItem)] = typeof(FrameworkItem),
    };

    private static Dictionary<string, Type> FormerSlugs => new(StringComparer.Ordinal)
    {
        [FormerSlug.OfConsultation] = typeof(Consultation),
        [FormerSlug.OfArea] = typeof(Area),
        [FormerSlug.OfBody] = typeof(Body),
    };

    private static Dictionary<string, Type> Found => new(StringComparer.Ordinal)
    {
        [SearchKind.Consultation] = typeof(Consultation),
        [SearchKind.Comment] = typeof(Comment),
        [SearchKind.Idea] = typeof(Idea),
        [SearchKind.Summary] = typeof(Summary),
        [SearchKind.Recommendation] = typeof(Recommendation),
        [SearchKind.Strategy] = typeof(Strategy),
        [SearchKind.AnnualReport] = typeof(AnnualReport),
    };
}

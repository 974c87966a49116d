using CommunityVoice.Areas;
using CommunityVoice.Consultations;
using CommunityVoice.Determinants;
using CommunityVoice.Elements;
using CommunityVoice.Frameworks;
using CommunityVoice.Moderation;
using CommunityVoice.Reviews;
using CommunityVoice.Sharing;
using CommunityVoice.Strategies;

namespace CommunityVoice.Web.OpenData;

/// <summary>More kinds of CSV file: ways to look at places, papers, what plans are measured by and learn from, and who shares what with whom.</summary>
public static class ViewTables
{
    private const string PathMeans = "Where its page is on this site.";

    public static DataTable<ComparisonLine> Comparison { get; } = new("comparison", "Places side by side", "Two to four places by the same measures. It is no league table: places asked different people at different times.",
        new("section", ColumnType.Text, "place, priority or theme.", l => l.Section),
        new("item", ColumnType.Text, "What is measured: of a place population, people, comments, summaries, recommendations, answered, pence (the money of strategies) or apart (priorities whose share of it lies five points or more from that of the voice); else the priority or theme.", l => l.Item),
        new("place", ColumnType.Text, "The slug of the place.", l => l.Place),
        new("count", ColumnType.Whole, "The number; empty where nobody was asked or said it, and while it is being counted anew.", l => l.Count),
        new("of", ColumnType.Whole, "Of how many: of everybody who took part, of all comments, or of all priorities that money or voice leads to.", l => l.Of),
        new("share", ColumnType.Fraction, "Between 0 and 1.", l => l.Share),
        new("low", ColumnType.Fraction, "How low chance alone could move the share (95%).", l => l.Low),
        new("high", ColumnType.Fraction, "How high.", l => l.High),
        new("left_out", ColumnType.Text, "The slugs of parts that are in no number of the place, because a voice body has not signed an agreement on sharing, with ; between them.", l => l.LeftOut),
        new("path", ColumnType.Text, PathMeans, l => l.Path),
        new("parts", ColumnType.Text, Tables.PartsMean, l => l.Themes.Select(p => p.Cell())));

    public static DataTable<GapData> Gaps { get; } = new("gaps", "What was missing", "What people in a place say was missing, by how many stories it blocked. Only stories that anybody can read are counted.",
        new("id", ColumnType.Whole, "", g => g.Id),
        new("name", ColumnType.Text, "", g => g.Name),
        new("about", ColumnType.Text, "", g => g.About),
        new("stories", ColumnType.Whole, "Stories that it blocked.", g => g.Stories),
        new("name_it", ColumnType.Whole, "Those that name it.", g => g.NameIt),
        new("wait_for_it", ColumnType.Whole, "Those that name something which cannot work without it.", g => g.WaitForIt),
        new("blocks", ColumnType.Text, "What waits for it, with ; between them.", g => g.Blocks),
        new("path", ColumnType.Text, PathMeans, g => g.Path));

    public static DataTable<DeterminantLine> Determinants { get; } = new("determinants", "What shapes health", "Themes and actions in a place that are about money, homes, work and streets, and how deprived its areas are.",
        new("section", ColumnType.Text, "theme, action or deprivation.", l => l.Section),
        new("item", ColumnType.Text, "The theme, the action or the area.", l => l.Item),
        new("determinants", ColumnType.Text, "What it is about, as codes with ; between them.", l => l.Determinants),
        new("owner", ColumnType.Text, "Whom an action falls to.", l => l.Owner),
        new("edition", ColumnType.Text, "The year of the index of multiple deprivation.", l => l.Edition),
        new("small_areas", ColumnType.Whole, "Small statistical areas in the area.", l => l.SmallAreas),
        new("in_most_tenth", ColumnType.Whole, "Those among the most deprived tenth of England.", l => l.InMostTenth),
        new("in_most_fifth", ColumnType.Whole, "Those among the most deprived fifth.", l => l.InMostFifth),
        new("path", ColumnType.Text, PathMeans, l => l.Path),
        new("parts", ColumnType.Text, "Of a theme that several of one name share above places: the path of each, with ; between them.", l => l.Parts.Select(p => p.Cell())));

    public static DataTable<PaperSection> PaperSections { get; } = new("paper-sections", "Sections of a paper", "What people are asked to read before they answer, section by section, as it reads now.",
        new("number", ColumnType.Whole, "", s => s.Number),
        new("anchor", ColumnType.Text, "Names the section in addresses, in every version.", s => s.Anchor),
        new("heading", ColumnType.Text, "", s => s.Heading),
        new("text", ColumnType.Text, "Markdown.", s => s.Text),
        new("comments", ColumnType.Whole, "Comments about it that can be seen.", s => s.Comments),
        new("path", ColumnType.Text, PathMeans, s => s.Path));

    public static DataTable<TestAnswerData> TestAnswers { get; } = new("test-answers", "Answers to a test question", "Every answer that an organisation gave to one question of a review, newest first.",
        new("number", ColumnType.Whole, "", a => a.Number),
        new("at", ColumnType.Instant, "", a => a.At),
        new("answer", ColumnType.Text, "", a => a.Text),
        new("evidence", ColumnType.Text, "What shows it.", a => a.Evidence),
        new("known_by", ColumnType.Day, "Where it is not known yet: the day by which it will be.", a => a.KnownBy),
        new("rating", ColumnType.Text, "convincing, partly or notConvincing, said by those who asked.", a => a.Rating),
        new("rating_reason", ColumnType.Text, "", a => a.RatingReason),
        new("rated_at", ColumnType.Instant, "", a => a.RatedAt));

    public static DataTable<SpendingLine> Spending { get; } = new("spending", "Where the money goes", "The money of all strategies in an area above places whose years are not over: what is added up, what it is for, beside the voice, and where it moves. What two strategies tell of is counted once where they choose the same organisations or write the same names; where written names differ, it may be counted twice.",
        new("section", ColumnType.Text, "strategy, priority, prioritySetting (a priority's money by the setting it goes to), voice, whole, term, flow, level or shift. Strategies, priorities, flows, levels and shifts each add up to all of it.", l => l.Section),
        new("item", ColumnType.Text, "The strategy, the priority, or what is counted.", l => l.Item),
        new("code", ColumnType.Text, "The slug of the strategy, or the code of the priority, level or shift.", l => l.Code),
        new("framework", ColumnType.Text, "The slug of the framework that the priority is of.", l => l.Framework),
        new("from", ColumnType.Text, "The setting it comes from, as a code.", l => l.From),
        new("to", ColumnType.Text, "The setting it goes to.", l => l.To),
        new("lines", ColumnType.Whole, "Budget lines.", l => l.Lines),
        new("pence", ColumnType.Whole, "What is counted; empty where nobody counted the people it is divided by.", l => l.Pence),
        new("told_elsewhere", ColumnType.Whole, "What of a strategy is left out, because another one tells of the same money.", l => l.ToldElsewhere),
        new("voice_share", ColumnType.Fraction, "The priority's share of what people chose.", l => l.VoiceShare),
        new("money_share", ColumnType.Fraction, "Its share of the money that is linked to a priority.", l => l.MoneyShare),
        new("path", ColumnType.Text, PathMeans, l => l.Path));

    public static DataTable<FrameworkItemData> FrameworkItems { get; } = new("framework-items", "Items of a framework", "What reviews and strategies are measured by, and what became of each item when frameworks changed.",
        new("code", ColumnType.Text, "Names the item in its framework.", i => i.Code),
        new("kind", ColumnType.Text, "shift, component, impact or goal.", i => i.Kind),
        new("title", ColumnType.Text, "", i => i.Title),
        new("takes_up", ColumnType.Text, "What it carries on of an earlier framework, with ; between them.", i => i.TakesUp.Select(t => t.Title)),
        new("taken_up_by", ColumnType.Text, "What carries it on in a later framework, with ; between them.", i => i.TakenUpBy.Select(t => t.Title)),
        new("actions", ColumnType.Whole, "Actions of published strategies that serve it, or what it takes up.", i => i.Actions),
        new("path", ColumnType.Text, PathMeans, i => i.Path));

    /// <summary>Under the titles that the standard's spreadsheets have.</summary>
    public static DataTable<GrantData> Grants { get; } = new("grants", "Grants", "What the newest version of a strategy gives to voluntary groups, in the 360Giving Data Standard, version 1.1. Amounts are pounds.",
        new("Identifier", ColumnType.Text, "Stays the same from version to version.", g => g.Id),
        new("Title", ColumnType.Text, "", g => g.Title),
        new("Description", ColumnType.Text, "", g => g.Description),
        new("Currency", ColumnType.Text, "", g => g.Currency),
        new("Amount Awarded", ColumnType.Fraction, "For the whole period, in pounds.", g => g.AmountAwarded),
        new("Award Date", ColumnType.Day, "The day on which the first version that has it was published.", g => g.AwardDate),
        new("URL", ColumnType.Text, "Where it can be read.", g => g.Url),
        new("Planned Dates:Start Date", ColumnType.Day, "", g => g.PlannedDates[0].StartDate),
        new("Planned Dates:End Date", ColumnType.Day, "The last day.", g => g.PlannedDates[0].EndDate),
        new("Recipient Org:Identifier", ColumnType.Text, "As a register knows it, or else an id of this site.", g => g.RecipientOrganization[0].Id),
        new("Recipient Org:Name", ColumnType.Text, "", g => g.RecipientOrganization[0].Name),
        new("Recipient Org:Web Address", ColumnType.Text, "Its page here, where it has one.", g => g.RecipientOrganization[0].Url),
        new("Funding Org:Identifier", ColumnType.Text, "As a register knows it, or else an id of this site.", g => g.FundingOrganization[0].Id),
        new("Funding Org:Name", ColumnType.Text, "Who pays, as the strategy says.", g => g.FundingOrganization[0].Name),
        new("Grant Programme:Code", ColumnType.Text, "The slug of the strategy.", g => g.GrantProgramme[0].Code),
        new("Grant Programme:Title", ColumnType.Text, "", g => g.GrantProgramme[0].Title),
        new("Grant Programme:URL", ColumnType.Text, "", g => g.GrantProgramme[0].Url),
        new("Beneficiary Location:Name", ColumnType.Text, "The area of the strategy.", g => g.BeneficiaryLocation[0].Name),
        new("Beneficiary Location:Country Code", ColumnType.Text, "", g => g.BeneficiaryLocation[0].CountryCode),
        new("Beneficiary Location:Geographic Code", ColumnType.Text, "The statistical office's code; empty where it has none.", g => g.BeneficiaryLocation[0].GeoCode),
        new("Last modified", ColumnType.Instant, "When the newest version was published.", g => g.DateModified),
        new("Data Source", ColumnType.Text, "", g => g.DataSource));

    public static DataTable<ModerationLine> Moderation { get; } = new("moderation", "Moderation in numbers", "What moderators did: all of them in the last 365 days, and each organisation from the day on which its standing or its work as a moderator began to the day on which that ended.",
        new("section", ColumnType.Text, "lastYear of all who moderate, or period of one organisation.", l => l.Section),
        new("body", ColumnType.Text, "The slug of the organisation; empty for all, and for what was decided before it was kept by which.", l => l.Body),
        new("name", ColumnType.Text, "Its name.", l => l.Name),
        new("standing", ColumnType.Text, "How independent it was: independent, withinHealthService, withinCouncil or withinAnother; empty where it is not known.", l => l.Standing),
        new("hosted_by", ColumnType.Text, "Who hosted it.", l => l.HostedBy),
        new("from", ColumnType.Day, "The first day that is counted.", l => l.From),
        new("until", ColumnType.Day, "The first day that is not; empty where it goes on. What ended is counted no further.", l => l.Until),
        new("is_now", ColumnType.YesNo, "Whether it goes on today.", l => l.IsNow),
        new("reports", ColumnType.Whole, "Reports that came in; of an organisation, those that it decided on.", l => l.Reports),
        new("published", ColumnType.Whole, "Left or published.", l => l.Published),
        new("asked_to_edit", ColumnType.Whole, "Authors asked for a change.", l => l.AskedToEdit),
        new("removed", ColumnType.Whole, "", l => l.Removed),
        new("by_rule", ColumnType.Text, "The code of each house rule that comments were removed under and, behind a space, how many, with ; between them.", l => l.ByRule.Select(r => r.Cell())),
        new("median_minutes", ColumnType.Whole, "Half of what waited was decided within so many minutes.", l => l.MedianMinutes),
        new("path", ColumnType.Text, PathMeans, l => l.Path));

    public static DataTable<SharingData> Sharing { get; } = new("sharing-agreements", "Agreements on sharing", "By which voice bodies share what they heard in the view of an area above places: who, what, and until when.",
        new("id", ColumnType.Whole, "", a => a.Id),
        new("area", ColumnType.Text, "The slug of the area whose view it is for.", a => a.Area),
        new("lead", ColumnType.Text, "The slug of the body that leads.", a => a.Lead),
        new("state", ColumnType.Text, "waitingForSignature, agreed, inForce or ended, as of today.", a => a.State),
        new("parties", ColumnType.Text, "The slugs of all bodies in it, with ; between them.", a => a.Parties.Select(p => p.Body)),
        new("signed", ColumnType.Text, "Those that have signed.", a => a.Parties.Where(p => p.SignedAt is not null).Select(p => p.Body)),
        new("what", ColumnType.Text, "What is shared.", a => a.What),
        new("starts_on", ColumnType.Day, "", a => a.StartsOn),
        new("ends_on", ColumnType.Day, "The first day on which it holds no more.", a => a.EndsOn),
        new("stopped_because", ColumnType.Text, "Why it was ended before its time.", a => a.StoppedBecause),
        new("safeguarding", ColumnType.Text, "Whom to tell when somebody may come to harm.", a => a.Safeguarding),
        new("access_requests", ColumnType.Text, "Who answers people that ask what is held about them.", a => a.AccessRequests),
        new("breaches", ColumnType.Text, "Who answers for a breach.", a => a.Breaches),
        new("assessment", ColumnType.Text, "The data protection impact assessment.", a => a.Assessment),
        new("assessment_link", ColumnType.Text, "", a => a.AssessmentLink),
        new("assessed_on", ColumnType.Day, "When it was approved.", a => a.AssessedOn),
        new("privacy_notice", ColumnType.Text, "What people are told about the sharing.", a => a.PrivacyNotice),
        new("retention_months", ColumnType.Whole, "How long what is shared is kept.", a => a.RetentionMonths),
        new("path", ColumnType.Text, PathMeans, a => a.Path));

    public static DataTable<ExemplarData> Exemplars { get; } = new("exemplars", "Places that did better", "Places beside one another on the same item: which figure, before and now, and how each was chosen. It is no ranking.",
        new("framework", ColumnType.Text, "The slug of the framework.", e => e.Framework),
        new("item", ColumnType.Text, "The code of its item.", e => e.Item),
        new("item_title", ColumnType.Text, "", e => e.ItemTitle),
        new("place", ColumnType.Text, "", e => e.Place),
        new("figure", ColumnType.Text, "", e => e.Figure),
        new("before", ColumnType.Text, "", e => e.Before),
        new("now", ColumnType.Text, "", e => e.Now),
        new("method", ColumnType.Text, "How it was chosen.", e => e.Method),
        new("source", ColumnType.Text, "", e => e.Source),
        new("link", ColumnType.Text, "Where it can be read.", e => e.Link),
        new("is_worked_out", ColumnType.YesNo, "Whether it is an action that was reported as done, which nobody chose.", e => e.IsWorkedOut));
}

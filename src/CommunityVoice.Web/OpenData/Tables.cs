using CommunityVoice.AnnualReports;
using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Checklists;
using CommunityVoice.Consultations;
using CommunityVoice.Decisions;
using CommunityVoice.Determinants;
using CommunityVoice.Discussion;
using CommunityVoice.Recommendations;
using CommunityVoice.Reviews;
using CommunityVoice.Strategies;
using CommunityVoice.Summaries;
using CommunityVoice.Themes;
using CommunityVoice.Voting;

namespace CommunityVoice.Web.OpenData;

/// <summary>Every kind of CSV file, in the one place from which files, descriptor and page are made.</summary>
public static class Tables
{
    internal const string PartsMean = "Of a theme that several of one name share above places: the path of each and, behind a space, its comments, with ; between them. A comment with several of them counts once.";
    private const string PathMeans = "Where its page is on this site.";

    public static DataTable<AreaData> Areas { get; } = new("areas", "Areas", "The areas that people know by name, each with those that contain it.",
        new("slug", ColumnType.Text, "Names the area in addresses.", a => a.Slug),
        new("name", ColumnType.Text, "", a => a.Name),
        new("level", ColumnType.Text, "neighbourhood, ward, locality, neighbourhoodTeam (where a primary care network or an integrated neighbourhood team works), place, system or strategicAuthority.", a => a.Level),
        new("code", ColumnType.Text, "The statistical office's code, where it has one.", a => a.Code),
        new("population", ColumnType.Whole, "How many people live there by the newest estimate loaded.", a => a.Population),
        new("within", ColumnType.Text, "The slugs of the areas that contain it, with ; between them.", a => a.Within),
        new("path", ColumnType.Text, PathMeans, a => a.Path));

    public static DataTable<TransferData> Transfers { get; } = new("transfers", "Money handed on", "Money handed from one body at one level to another, entry by entry. Entries below nothing take another back.",
        new("number", ColumnType.Whole, "Names the entry.", t => t.Number),
        new("on", ColumnType.Day, "The day on which it is handed on.", t => t.On),
        new("from", ColumnType.Text, "The slug of the body that gives.", t => t.From),
        new("from_area", ColumnType.Text, "The slug of the area for which it gives.", t => t.FromArea),
        new("from_level", ColumnType.Text, "The level of that area.", t => t.FromLevel),
        new("to", ColumnType.Text, "The slug of the body that gets.", t => t.To),
        new("to_area", ColumnType.Text, "The slug of the area for which it gets.", t => t.ToArea),
        new("to_level", ColumnType.Text, "The level of that area.", t => t.ToLevel),
        new("pence", ColumnType.Whole, "The amount in pence, below nothing where it takes another entry back.", t => t.Pence),
        new("for", ColumnType.Text, "The function that it pays for.", t => t.For),
        new("source", ColumnType.Text, "Where it is written.", t => t.Source),
        new("strategy", ColumnType.Text, "The slug of the strategy whose action it pays for, where it is tied to one.", t => t.Strategy),
        new("action", ColumnType.Whole, "The number of that action.", t => t.Action),
        new("reverses", ColumnType.Whole, "The number of the entry that this one takes back.", t => t.Reverses),
        new("reason", ColumnType.Text, "Why it takes it back.", t => t.Reason),
        new("path", ColumnType.Text, PathMeans, t => t.Path));

    public static DataTable<PlaceLine> Place { get; } = new("place", "A place at a glance", "The numbers of a place's overview, one a line. Those broken down are protected.",
        new("section", ColumnType.Text, "heard, heardByVoice, heardByArea, heardByChannel, meetings (counted apart, and about how many people came), consultations, results, priorities, reweighted to who lives there, commonGround, placeNow and placeLastTime in votes on the same things, newThemes since the last summary, themes, strategies, risks where capacity is short, or parts.", l => l.Section),
        new("item", ColumnType.Text, "What is counted: a group, a consultation, an option.", l => l.Item),
        new("measure", ColumnType.Text, "people, turns (a person counts once in each consultation), comments, meetings, actions, share, agree, disagree or place.", l => l.Measure),
        new("count", ColumnType.Whole, "The number, * where it may not be told; empty where there is only a share.", l => l.Count),
        new("share", ColumnType.Fraction, "Its share, between 0 and 1, where there is one.", l => l.Share),
        new("path", ColumnType.Text, PathMeans, l => l.Path),
        new("parts", ColumnType.Text, PartsMean, l => l.Parts.Select(p => p.Cell())));

    public static DataTable<ConsultationData> Consultations { get; } = new("consultations", "Consultations", "Every published question, with who asks, who decides, when, and how many took part.",
        new("slug", ColumnType.Text, "Names the consultation in addresses.", c => c.Slug),
        new("title", ColumnType.Text, "", c => c.Title),
        new("question", ColumnType.Text, "", c => c.Question),
        new("area", ColumnType.Text, "The slug of its area.", c => c.AreaSlug),
        new("asked_by", ColumnType.Text, "The slug of the body that asks.", c => c.AskedBySlug),
        new("decision_maker", ColumnType.Text, "Who decides.", c => c.DecisionMaker),
        new("stage", ColumnType.Text, "scheduled, open, closed or decided, as of today.", c => c.Stage),
        new("is_listening_space", ColumnType.YesNo, "Whether it is always open and decides nothing.", c => c.IsListeningSpace),
        new("opens_on", ColumnType.Day, "", c => c.OpensOn),
        new("closes_on", ColumnType.Day, "The last day to take part.", c => c.ClosesOn),
        new("summary_due_on", ColumnType.Day, "", c => c.SummaryDueOn),
        new("decides_on", ColumnType.Day, "", c => c.DecidesOn),
        new("comments", ColumnType.Whole, "Comments that can be seen now.", c => c.Comments),
        new("people", ColumnType.Whole, "Different people behind them, and those not shown.", c => c.People),
        new("legal_hook", ColumnType.Text, "The code of the law it rests on; none where no law asks for it; empty where nobody said. ?hook= keeps only one.", c => c.LegalHook),
        new("involvement", ColumnType.Text, "consulted, informed or otherwiseInvolved.", c => c.Involvement),
        new("path", ColumnType.Text, PathMeans, c => c.Path),
        new("people_not_shown", ColumnType.Whole, "Those of the people whose answer only counts: they did not agree to have it shown, so it is in no file. Empty until the comments may be published as a file.", c => c.PeopleNotShown));

    public static DataTable<ChecklistLine> Checklist { get; } = new("checklist", "Ten principles of working with people", "What shows that a consultation keeps to each principle, in the words of whoever asks.",
        new("number", ColumnType.Whole, "", l => l.Number),
        new("code", ColumnType.Text, "Names the principle from year to year.", l => l.Code),
        new("item", ColumnType.Text, "The principle.", l => l.Item),
        new("evidence", ColumnType.Text, "Empty where nothing is shown yet.", l => l.Evidence),
        new("link", ColumnType.Text, "Where it can be read.", l => l.Link),
        new("at", ColumnType.Instant, "When it was written last.", l => l.At));

    public static DataTable<CommentData> Comments { get; } = new("comments", "Comments", "What was said, as the page shows it. What is gone keeps its place and says nothing else.",
        new("id", ColumnType.Whole, "", c => c.Id),
        new("root_id", ColumnType.Whole, "The first comment of its thread; empty on that itself.", c => c.RootId),
        new("parent_id", ColumnType.Whole, "The comment that it answers.", c => c.ParentId),
        new("state", ColumnType.Text, "visible, withdrawn by its author, removed by a moderator, or held while one checks it.", c => c.State),
        new("removed_rule", ColumnType.Text, "The house rule that it was removed under.", c => c.RemovedRule),
        new("author", ColumnType.Text, "The name that its author chose to be shown.", c => c.Author),
        new("body", ColumnType.Text, "The body that they spoke for.", c => c.Body),
        new("voice", ColumnType.Text, "In what voice, where they said it.", c => c.Voice),
        new("is_official", ColumnType.YesNo, "Whether it is an answer of the body that asks or decides.", c => c.IsOfficial),
        new("area", ColumnType.Text, "Where they live, only with their consent and never below ward.", c => c.Area),
        new("text", ColumnType.Text, "Markdown. A text that a spreadsheet would take for a formula begins with an apostrophe.", c => c.Text),
        new("posted_at", ColumnType.Instant, "", c => c.PostedAt),
        new("edited_at", ColumnType.Instant, "", c => c.EditedAt),
        new("supports", ColumnType.Whole, "How many people support it.", c => c.Supports),
        new("path", ColumnType.Text, PathMeans, c => c.Path),
        new("channel", ColumnType.Text, "How they told us: On this site, On paper, By phone, In person, At a meeting, By e-mail or By post.", c => c.Channel),
        new("meeting", ColumnType.Text, "Where the page of the meeting is of which it is a point. Nobody is counted for such points.", c => c.Meeting),
        new("author_number", ColumnType.Whole, "Where staff entered an answer for somebody: a number of its own for each, since they have no name here. It says nothing of who it is.", c => c.AuthorNumber),
        new("section", ColumnType.Text, "Where the section of a paper is on this site that it is about.", c => c.Section?.Path),
        new("section_heading", ColumnType.Text, "What that was called in the version of then.", c => c.Section?.Heading),
        new("section_version", ColumnType.Whole, "The number of that version.", c => c.Section?.Version),
        new("same_words", ColumnType.Whole, "A number that comments in nearly the same words have together: each such number is one viewpoint. Empty where nobody else sent the same.", c => c.SameWords));

    public static DataTable<ResultLine> Results { get; } = new("results", "Results of a vote", "The public count, of everyone and of groups. Numbers of groups are protected. This is advice, not a referendum.",
        new("breakdown", ColumnType.Text, "everyone, voice, area or channel, the way of taking part. By channel, ways that nobody used are not there, and those of which nothing may be told are one group.", l => l.Breakdown),
        new("group", ColumnType.Text, "The voice, area or way.", l => l.Group),
        new("option_id", ColumnType.Whole, "", l => l.Option),
        new("option", ColumnType.Text, "What could be chosen, or the statement.", l => l.Title),
        new("answer", ColumnType.Text, "chose, agree, disagree, pass, or tookPart for everybody in the group. By channel that is all who took part in that way, and noAnswer stands there for those who did not answer a statement.", l => l.Answer),
        new("place", ColumnType.Whole, "Its place by the method of the vote; options that are level share one.", l => l.Place),
        new("count", ColumnType.Whole, "How many people, * where it may not be told.", l => l.Count),
        new("share", ColumnType.Fraction, "Between 0 and 1.", l => l.Share),
        new("dots", ColumnType.Whole, "In votes with dots.", l => l.Dots),
        new("cost_pence", ColumnType.Whole, "In votes on a budget.", l => l.CostPence),
        new("is_chosen", ColumnType.YesNo, "Whether it is among those that the method chooses so far.", l => l.IsChosen),
        new("notice", ColumnType.Text, "Who decides.", l => l.Notice),
        new("profile", ColumnType.Text, "The rules by which numbers of a group are protected; none for everyone.", l => l.Profile));

    public static DataTable<ThemeData> Themes { get; } = new("themes", "Themes", "What comments in a place were about.",
        new("slug", ColumnType.Text, "", t => t.Slug),
        new("name", ColumnType.Text, "", t => t.Name),
        new("about", ColumnType.Text, "", t => t.About),
        new("area", ColumnType.Text, "The slug of its area.", t => t.AreaSlug),
        new("comments", ColumnType.Whole, "Comments that can be seen now. One comment can be about several things.", t => t.Comments),
        new("path", ColumnType.Text, PathMeans, t => t.Path),
        new("determinants", ColumnType.Text, "What makes people well or ill outside health care that it is about, as codes with commas between.", t => DeterminantList.Marks(t.Determinants)),
        new("told_of", ColumnType.Whole, "Of how many comments the next columns tell: all about it that could be seen when that was published last, wherever they were made. Empty while they are few, or all came on the site.", t => t.ByChannelAbout?.Comments),
        new("told_at", ColumnType.Instant, "When that was published last.", t => t.ByChannelAbout?.At),
        new("on_this_site", ColumnType.Whole, "Comments that came in this way, * where it may not be told. Each point of a meeting is one, however many people came.", t => t.CameBy(null)),
        new("on_paper", ColumnType.Whole, "", t => t.CameBy(EntryChannel.Paper)),
        new("by_phone", ColumnType.Whole, "", t => t.CameBy(EntryChannel.Phone)),
        new("in_person", ColumnType.Whole, "", t => t.CameBy(EntryChannel.InPerson)),
        new("at_a_meeting", ColumnType.Whole, "", t => t.CameBy(EntryChannel.Meeting)),
        new("by_e_mail", ColumnType.Whole, "", t => t.CameBy(EntryChannel.Email)),
        new("by_post", ColumnType.Whole, "", t => t.CameBy(EntryChannel.Post)),
        new("parts", ColumnType.Text, PartsMean, t => t.Parts.Select(p => p.Cell())),
        new("maps_to", ColumnType.Text, "What other lists call it: the name of each, a colon and its code there, with ; between them.", t => t.MapsTo),
        new("for", ColumnType.Whole, "Comments that want what it is about, wherever they were made, * where it may not be told. Empty while none was said to be for or against.", t => t.Sides?.Count(Stances.ForLabel)),
        new("against", ColumnType.Whole, "Comments that are against it.", t => t.Sides?.Count(Stances.AgainstLabel)),
        new("neither", ColumnType.Whole, "Comments that are neither, or both.", t => t.Sides?.Count(Stances.NeitherLabel)));

    public static DataTable<SummaryData> Summaries { get; } = new("summaries", "Summaries", "The newest version of every published summary of what was said.",
        new("slug", ColumnType.Text, "", s => s.Slug),
        new("title", ColumnType.Text, "", s => s.Title),
        new("version", ColumnType.Whole, "", s => s.Version),
        new("published_at", ColumnType.Instant, "", s => s.PublishedAt),
        new("by", ColumnType.Text, "", s => s.By),
        new("consultation", ColumnType.Text, "The slug of the consultation.", s => s.ConsultationSlug),
        new("area", ColumnType.Text, "", s => s.Area),
        new("in_short", ColumnType.Text, "Markdown.", s => s.InShort),
        new("path", ColumnType.Text, PathMeans, s => s.Path),
        new("co_authors", ColumnType.Text, "The slugs of the bodies that wrote it too, with ; between them.", s => s.CoAuthors));

    public static DataTable<RecommendationData> Recommendations { get; } = new("recommendations", "Recommendations", "The public register: what was asked of whom, what was answered and what became of it.",
        new("id", ColumnType.Whole, "", r => r.Id),
        new("ask", ColumnType.Text, "", r => r.Ask),
        new("body", ColumnType.Text, "The slug of the body that is asked.", r => r.BodySlug),
        new("summary", ColumnType.Text, "The slug of the summary it was sent with.", r => r.SummarySlug),
        new("sent_at", ColumnType.Instant, "", r => r.SentAt),
        new("due_on", ColumnType.Day, "The last day to answer.", r => r.DueOn),
        new("state", ColumnType.Text, "sent, acknowledged, paused, overdue, answered or withdrawn, as of today.", r => r.State),
        new("answer", ColumnType.Text, "accepted, partly or notAccepted: the newest.", r => r.Answer),
        new("answered_at", ColumnType.Instant, "", r => r.AnsweredAt),
        new("outcome", ColumnType.Text, "done, inProgress, notDone or unknown: the newest.", r => r.Outcome),
        new("path", ColumnType.Text, PathMeans, r => r.Path));

    public static DataTable<AnnualReportData> AnnualReports { get; } = new("annual-reports", "Annual reports", "The newest version of every published annual report.",
        new("slug", ColumnType.Text, "", r => r.Slug),
        new("title", ColumnType.Text, "", r => r.Title),
        new("version", ColumnType.Whole, "", r => r.Version),
        new("published_at", ColumnType.Instant, "", r => r.PublishedAt),
        new("year", ColumnType.Whole, "The year in which its twelve months from 1 April begin.", r => r.Year),
        new("by", ColumnType.Text, "The slug of the body.", r => r.BySlug),
        new("figures_at", ColumnType.Instant, "When its figures were counted.", r => r.FiguresAt),
        new("in_short", ColumnType.Text, "Markdown.", r => r.InShort),
        new("path", ColumnType.Text, PathMeans, r => r.Path));

    public static DataTable<AnnualLine> AnnualFigures { get; } = new("annual-figures", "Figures of a year", "What the tables of an annual report show, one row a line. Numbers of groups are protected.",
        new("figure", ColumnType.Text, "consultations, channels, voices, votes, reports, recommendations, overdue, whatChanged, escalations, decisions or notKnown.", l => l.Figure),
        new("item", ColumnType.Text, "What the row is about, or what is not known.", l => l.Item),
        new("count", ColumnType.Whole, "The number, in figures that count; * where it may not be told.", l => l.Count),
        new("value", ColumnType.Text, "What the page says: a number in words, a state or a day.", l => l.Value),
        new("share", ColumnType.Fraction, "Its share, between 0 and 1, where there is one.", l => l.Share),
        new("detail", ColumnType.Text, "", l => l.Detail),
        new("path", ColumnType.Text, "Where it can be followed on this site.", l => l.Path));

    public static DataTable<ReviewData> Reviews { get; } = new("reviews", "Neighbourhood reviews", "Places looked at through a framework: how much of it was judged, and how many questions to organisations were answered.",
        new("slug", ColumnType.Text, "", r => r.Slug),
        new("title", ColumnType.Text, "", r => r.Title),
        new("area", ColumnType.Text, "The slug of its area.", r => r.AreaSlug),
        new("framework", ColumnType.Text, "The slug of the framework.", r => r.Framework),
        new("items", ColumnType.Whole, "Items of the framework.", r => r.Items),
        new("judged", ColumnType.Whole, "Items that were judged.", r => r.Judged),
        new("questions", ColumnType.Whole, "Test questions that stand.", r => r.Questions),
        new("answered", ColumnType.Whole, "Those that were answered.", r => r.Answered),
        new("concluded_at", ColumnType.Instant, "When its sponsors said what they take from it.", r => r.ConcludedAt),
        new("path", ColumnType.Text, PathMeans, r => r.Path));

    public static DataTable<QuestionData> TestQuestions { get; } = new("test-questions", "Test questions of a review", "What organisations were asked, and what they answered; what is not answered is here too.",
        new("number", ColumnType.Whole, "", q => q.Number),
        new("item", ColumnType.Text, "The code of the item of the framework it is about.", q => q.Item),
        new("asked", ColumnType.Text, "The slug of the body that is asked.", q => q.Asked),
        new("by", ColumnType.Text, "The slug of the body that asks.", q => q.By),
        new("text", ColumnType.Text, "", q => q.Text),
        new("why", ColumnType.Text, "", q => q.Why),
        new("asked_at", ColumnType.Instant, "", q => q.AskedAt),
        new("due_on", ColumnType.Day, "The last day to answer.", q => q.DueOn),
        new("state", ColumnType.Text, "waiting, overdue, notKnownYet, answered or withdrawn, as of today.", q => q.State),
        new("answer", ColumnType.Text, "The newest.", q => q.Answer),
        new("evidence", ColumnType.Text, "What shows it.", q => q.Evidence),
        new("known_by", ColumnType.Day, "Where it is not known yet: the day by which it will be.", q => q.KnownBy),
        new("answered_at", ColumnType.Instant, "", q => q.AnsweredAt),
        new("rating", ColumnType.Text, "convincing, partly or notConvincing, said by those who asked.", q => q.Rating),
        new("path", ColumnType.Text, PathMeans, q => q.Path));

    public static DataTable<LoggedDecision> Decisions { get; } = new("decisions", "Decisions", "Every decision with its owner and its day: on consultations, in strategies, and on recommendations.",
        new("sort", ColumnType.Text, "consultation, strategy or recommendation: what was decided on.", d => d.Sort),
        new("at", ColumnType.Instant, "When it was published.", d => d.At),
        new("title", ColumnType.Text, "The consultation, the strategy or the ask.", d => d.Title),
        new("decided", ColumnType.Text, "Markdown. What was decided.", d => d.Decided),
        new("owner", ColumnType.Text, "The slug of the body that decided.", d => d.OwnerSlug),
        new("area", ColumnType.Text, "The slug of the area it is for.", d => d.AreaSlug),
        new("path", ColumnType.Text, PathMeans, d => d.Path));

    public static DataTable<StrategyData> Strategies { get; } = new("strategies", "Strategies", "The newest version of every published strategy, with its money.",
        new("slug", ColumnType.Text, "", s => s.Slug),
        new("title", ColumnType.Text, "", s => s.Title),
        new("focus", ColumnType.Text, "What it looks to first in one financial year.", s => s.Focus),
        new("focus_period", ColumnType.Text, "That year, such as 2025/26.", s => s.FocusPeriod),
        new("version", ColumnType.Whole, "", s => s.Version),
        new("published_at", ColumnType.Instant, "", s => s.PublishedAt),
        new("area", ColumnType.Text, "The slug of its area.", s => s.AreaSlug),
        new("by", ColumnType.Text, "The slug of the body whose strategy it is.", s => s.BySlug),
        new("co_authors", ColumnType.Text, "The slugs of the bodies that write it too, with ; between them.", s => s.CoAuthors),
        new("actions", ColumnType.Whole, "", s => s.Actions),
        new("lines", ColumnType.Whole, "Budget lines.", s => s.Lines),
        new("pence", ColumnType.Whole, "The money of all lines.", s => s.Pence),
        new("path", ColumnType.Text, PathMeans, s => s.Path));

    public static DataTable<NationalAsk> NationalAsks { get; } = new("national-asks", "What places ask for nationally", "What the newest strategies ask of those who decide for the whole country.",
        new("ask", ColumnType.Text, "", a => a.Ask),
        new("action", ColumnType.Whole, "The number of the action it belongs to.", a => a.Action),
        new("title", ColumnType.Text, "The action in one line.", a => a.Title),
        new("strategy", ColumnType.Text, "The slug of the strategy.", a => a.StrategySlug),
        new("area", ColumnType.Text, "The slug of its area.", a => a.AreaSlug),
        new("by", ColumnType.Text, "The slug of the body whose strategy it is.", a => a.BySlug),
        new("due_on", ColumnType.Day, "By when.", a => a.DueOn),
        new("path", ColumnType.Text, PathMeans, a => a.Path));

    public static DataTable<IdeaData> Ideas { get; } = new("ideas", "Ideas taken on", "People's own suggestions that a body took on.",
        new("id", ColumnType.Whole, "", i => i.Id),
        new("title", ColumnType.Text, "", i => i.Title),
        new("text", ColumnType.Text, "Markdown.", i => i.Text),
        new("author", ColumnType.Text, "The name that its author chose to be shown.", i => i.Author),
        new("area", ColumnType.Text, "The slug of its area.", i => i.AreaSlug),
        new("adopted_by", ColumnType.Text, "The slug of the body that took it on.", i => i.AdoptedBySlug),
        new("adopted_at", ColumnType.Instant, "", i => i.AdoptedAt),
        new("comment", ColumnType.Text, "Where it is discussed on this site.", i => i.Comment),
        new("path", ColumnType.Text, PathMeans, i => i.Path));

    public static DataTable<BodyData> Bodies { get; } = new("bodies", "Who takes part", "Every organisation on this site, and what it is called here today.",
        new("slug", ColumnType.Text, "", b => b.Slug),
        new("name", ColumnType.Text, "", b => b.Name),
        new("kind", ColumnType.Text, "", b => b.Kind),
        new("voice", ColumnType.Text, "The voice that its members speak in.", b => b.Voice),
        new("label", ColumnType.Text, "What it is here today.", b => b.Label),
        new("about", ColumnType.Text, "", b => b.About),
        new("organisation_id", ColumnType.Text, "How registers know it, as org-id.guide writes it: GB-CHC- and a charity number, GB-COH- and a company number.", b => b.OrganisationId),
        new("website", ColumnType.Text, "", b => b.Website),
        new("standing", ColumnType.Text, "How independent it is today.", b => b.Standing),
        new("not_public_authority", ColumnType.Text, "Why it is no public authority; empty where it is one.", b => b.NoPublicAuthority),
        new("successor", ColumnType.Text, "The slug of the body that took its place.", b => b.Successor),
        new("remits", ColumnType.Whole, "How many remits it holds or held; the JSON has them.", b => b.Remits.Count),
        new("path", ColumnType.Text, PathMeans, b => b.Path),
        new("standings", ColumnType.Text, "How independent it is and was, newest first: the day from which on and, behind a space, the words, with ; between them.", b => b.Standings.Select(s => s.Cell())),
        new("took_over", ColumnType.Text, "Whose work it took over, or part of it: the slug of each body and, behind a space, the day, with ; between them.", b => b.TookOver.Select(h => h.Cell())),
        new("handed_over", ColumnType.Text, "Who took over its work, or part of it, likewise.", b => b.HandedOver.Select(h => h.Cell())));
}

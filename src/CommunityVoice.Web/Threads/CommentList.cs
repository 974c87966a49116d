using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using CommunityVoice.Discussion;
using CommunityVoice.Moderation;
using CommunityVoice.People;
using CommunityVoice.Voting;
using CommunityVoice.Web.TagHelpers;

namespace CommunityVoice.Web.Threads;

/// <summary>How a list of comments is shown: whose discussion, whether it takes answers, and which comment is the one asked for.</summary>
public sealed record ListShape(string Slug, bool IsOpen, DateOnly Today, long? Focus = null);

/// <summary>
/// Writes comments as HTML without partials or tag helpers, which for fifty comments cost forty times as much. Nothing in it depends
/// on who reads, so the same text serves everybody.
/// </summary>
public sealed class CommentList(RenderedComments rendered, HouseRules rules, HtmlEncoder encoder)
{
    public string Write(ThreadPage page, ListShape shape)
    {
        var html = new StringBuilder(page.Comments.Count * 1200);
        List(html, Nest(page.Comments), page, shape);
        return html.ToString();
    }

    /// <summary>Nests what is in reading order to depth 3; deeper answers stay at that depth, after what they answer.</summary>
    private static List<Node> Nest(IReadOnlyList<CommentRow> comments)
    {
        var roots = new List<Node>();
        var nodes = new Dictionary<long, Node>();
        var newest = new Node[Comment.DeepestReply + 1]; // the latest at each depth, below which the next one hangs
        foreach (var comment in comments)
        {
            var parent = comment.ParentId is { } id ? nodes.GetValueOrDefault(id) : null;
            var depth = comment.RootId is null ? 0 : parent is null ? 1 : Math.Min(parent.Depth + 1, Comment.DeepestReply);
            var node = new Node(comment, parent, depth);
            (depth == 0 ? roots : newest[depth - 1].Answers).Add(node);
            newest[depth] = nodes[comment.Id] = node;
        }
        return roots;
    }

    private void List(StringBuilder html, List<Node> nodes, ThreadPage page, ListShape shape)
    {
        if (nodes is []) return;
        html.Append("<ol class=\"thread\">");
        foreach (var node in nodes)
        {
            One(html, node, shape);
            List(html, node.Answers, page, shape);
            if (page.Cut.Contains(node.Comment.Id)) More(html, node.Comment, shape);
            html.Append("</li>");
        }
        html.Append("</ol>");
    }

    private void One(StringBuilder html, Node node, ListShape shape)
    {
        var comment = node.Comment;
        html.Append(CultureInfo.InvariantCulture, $"<li class=\"comment{(comment.IsOfficial ? " comment--official" : "")}\" id=\"comment-{comment.Id}\"");
        if (shape.Focus == comment.Id) html.Append(" tabindex=\"-1\" aria-current=\"true\"");
        html.Append('>');
        if (comment.Gone != Gone.No)
        {
            html.Append("<p class=\"comment__removed\">").Append(Told(comment)).Append("</p>");
            return;
        }
        By(html, comment, shape);
        if (node.IsFlat && comment.ParentId is { } answered)
        {
            var (address, name) = node.Parent is { } parent ? ($"#comment-{answered}", NameOf(parent.Comment)) : (Address(shape, answered), "an earlier comment");
            html.Append(CultureInfo.InvariantCulture, $"<p class=\"comment__meta comment__to\">in reply to <a href=\"{address}\">{name}</a></p>");
        }
        if (comment.Section is { } section)
        {
            html.Append(CultureInfo.InvariantCulture, $"<p class=\"comment__meta comment__to\">about <a href=\"/consultations/{shape.Slug}/documents/{section.Document}/{section.Anchor}\">{encoder.Encode(section.Heading)}</a>, version {section.Version}</p>");
        }
        html.Append("<div class=\"comment__body\">").Append(rendered.Html(comment, folded: shape.Focus != comment.Id)).Append("</div>");
        if ((comment.Missing ?? comment.MissingWords) is { Length: > 0 } missing)
        {
            var more = comment.Missing is not null && comment.MissingWords.Length > 0 ? $", {comment.MissingWords}" : "";
            html.Append("<p class=\"comment__meta\"><b>What was missing:</b> ").Append(encoder.Encode(missing + more)).Append("</p>");
        }
        Links(html, comment, shape);
    }

    private void By(StringBuilder html, CommentRow comment, ListShape shape)
    {
        var origin = comment.Origin;
        var voice = comment.Voice.ToString();
        html.Append(CultureInfo.InvariantCulture, $"<span class=\"cv-avatar cv-avatar--{VoiceNames.Css(voice)}\" aria-hidden=\"true\">{encoder.Encode(AvatarTagHelper.Initials(comment.BodyName ?? comment.AuthorName))}</span>");
        html.Append("<p class=\"comment__by\"><b>").Append(origin is null ? NameOf(comment) : Said(origin, shape)).Append("</b> ");
        if (comment.Voice != Voice.NotSaid)
        {
            html.Append(CultureInfo.InvariantCulture, $"<span class=\"cv-voice cv-voice--{VoiceNames.Css(voice)}\">{encoder.Encode(comment.Voice.Word())}");
            if (comment.BodyName is not null) html.Append("<span aria-hidden=\"true\"> ✓</span><span class=\"visually-hidden\">, checked</span>");
            html.Append("</span> ");
        }
        if (comment.IsOfficial) html.Append("<span class=\"cv-tag cv-tag--deep\">Official answer</span> ");
        if (comment.BodyName is not null) html.Append("<span>by ").Append(encoder.Encode(comment.AuthorName)).Append("</span> ");
        if (comment.AreaName is { } area) html.Append("<span>").Append(encoder.Encode(area)).Append("</span> ");
        if (origin is not null) html.Append("<span>entered by ").Append(encoder.Encode(origin.EnteredFor ?? "staff")).Append(" on</span> ");
        html.Append(CultureInfo.InvariantCulture, $"<a href=\"{Address(shape, comment.Id)}\">");
        Time(html, comment.PostedAt, shape.Today);
        html.Append("</a>");
        if (comment.EditedAt is not null) html.Append(" <span class=\"comment__edited\">edited</span>");
        html.Append("</p>");
    }

    // Nobody with an account wrote it, so no name stands there: how it was said does.
    private static string Said(CommentOrigin origin, ListShape shape) => origin is { MeetingId: { } meeting, MeetingPeople: { } people }
        ? string.Create(CultureInfo.GetCultureInfo("en-GB"), $"Said at a <a href=\"/consultations/{shape.Slug}/meetings/{meeting}\">meeting of about {people:N0} {(people == 1 ? "person" : "people")}</a>")
        : $"Said {origin.Channel.Within()}";

    private void Links(StringBuilder html, CommentRow comment, ListShape shape)
    {
        var (by, address) = (NameOf(comment), Address(shape, comment.Id));
        html.Append("<p class=\"comment__links\">");
        if (shape.IsOpen)
        {
            html.Append(CultureInfo.InvariantCulture, $"<a class=\"support\" href=\"{address}/support\">Support<span class=\"visually-hidden\"> the comment by {by}</span> <b>({comment.Supports})</b></a> ");
            html.Append(CultureInfo.InvariantCulture, $"<a href=\"/consultations/{shape.Slug}/comment?replyTo={comment.Id}\">Reply<span class=\"visually-hidden\"> to {by}</span></a> ");
        }
        else if (comment.Supports > 0)
        {
            html.Append(CultureInfo.InvariantCulture, $"<span>Supported by {comment.Supports} {(comment.Supports == 1 ? "person" : "people")}</span> ");
        }
        html.Append(CultureInfo.InvariantCulture, $"<a href=\"{address}/report\">Report<span class=\"visually-hidden\"> the comment by {by}</span></a></p>");
    }

    private static void More(StringBuilder html, CommentRow root, ListShape shape) => html.Append(CultureInfo.InvariantCulture,
        $"<p class=\"comment__meta comment__more\"><a href=\"{Address(shape, root.Id)}\">Read all {Count(root.Replies, "answer")} in this thread</a></p>");

    private string Told(CommentRow comment) => comment.Gone switch
    {
        Gone.Withdrawn when comment.Origin is not null => "Those who entered this comment took it back.",
        Gone.Withdrawn => "The author took this comment back.",
        Gone.Held => "A moderator is checking this comment.",
        _ when comment.RemovedRule is null => "A moderator removed this comment.",
        _ => $"A moderator removed this comment. <a href=\"/house-rules\">{encoder.Encode(rules.Words(comment.RemovedRule))}</a>",
    };

    private string NameOf(CommentRow comment) => comment.Gone == Gone.No ? encoder.Encode(comment.BodyName ?? comment.AuthorName) : "a comment that is gone";

    private static string Address(ListShape shape, long id) => string.Create(CultureInfo.InvariantCulture, $"/consultations/{shape.Slug}/comments/{id}");

    private static string Count(int number, string noun) => string.Create(CultureInfo.GetCultureInfo("en-GB"), $"{number:N0} {noun}{(number == 1 ? "" : "s")}");

    private static void Time(StringBuilder html, DateTimeOffset at, DateOnly today) => html.Append(CultureInfo.InvariantCulture,
        $"<time datetime=\"{TagHelpers.UkTime.Machine(at)}\">{TagHelpers.UkTime.Words(TagHelpers.UkTime.Day(at), today)}, {TagHelpers.UkTime.Clock(at)}</time>");

    private sealed record Node(CommentRow Comment, Node? Parent, int Depth)
    {
        public List<Node> Answers { get; } = [];

        /// <summary>Whether its place no longer shows what it answers.</summary>
        public bool IsFlat => Comment.RootId is not null && (Parent is null || Parent.Depth == Discussion.Comment.DeepestReply);
    }
}

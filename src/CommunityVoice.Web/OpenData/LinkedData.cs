using System.Globalization;
using System.Text.Json.Nodes;
using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Discussion;
using CommunityVoice.Notifications;

namespace CommunityVoice.Web.OpenData;

/// <summary>What pages are about in the words of schema.org, for programs that read pages (rule R-H10). It says what the page shows and no more.</summary>
public sealed class LinkedData(SiteAddress site)
{
    /// <summary>So much of each comment, where a page shows many.</summary>
    private const int Beginning = 300;

    /// <summary>A consultation with the first comments that its page shows.</summary>
    public JsonObject Of(Consultation consultation, IReadOnlyList<CommentRow> comments)
    {
        var here = site.To($"/consultations/{consultation.Slug}");
        var posting = Thing("DiscussionForumPosting", here);
        posting["@context"] = "https://schema.org";
        posting["headline"] = consultation.Title;
        posting["text"] = consultation.Question;
        posting["author"] = Named("Organization", consultation.AskedBy.Name, site.To($"/bodies/{consultation.AskedBy.Slug}"));
        posting["datePublished"] = Instant(consultation.PublishedAt!.Value);
        posting["commentCount"] = consultation.Comments;
        posting["comment"] = new JsonArray([.. comments.Where(c => c.RootId is null && c.Gone == Gone.No).Select(c => Comment(c, consultation.Slug, Words.Cut(c.Words, Beginning)))]);
        return posting;
    }

    /// <summary>A thread: its first comment with the answers below what they answer. None where the first is gone.</summary>
    public JsonObject? Of(Consultation consultation, IReadOnlyList<CommentRow> thread, long first)
    {
        if (thread.FirstOrDefault(c => c.Id == first) is not { Gone: Gone.No } root) return null;
        var posting = Comment(root, consultation.Slug, root.Words);
        posting["@context"] = "https://schema.org";
        posting["@type"] = "DiscussionForumPosting";
        posting["headline"] = $"A comment on {consultation.Title}";
        posting["isPartOf"] = Named("DiscussionForumPosting", consultation.Title, site.To($"/consultations/{consultation.Slug}"));
        posting["commentCount"] = root.Replies;
        Answers(posting, root.Id, thread.ToLookup(c => c.ParentId), consultation.Slug);
        return posting;
    }

    public JsonObject Of(Body body)
    {
        var organisation = Named("Organization", body.Name, site.To($"/bodies/{body.Slug}"));
        organisation["@context"] = "https://schema.org";
        if (body.About.Length > 0) organisation["description"] = body.About;
        if (body.Website is { } website) organisation["sameAs"] = website;
        if (body.OrganisationId is { } id) organisation["identifier"] = new JsonObject { ["@type"] = "PropertyValue", ["propertyID"] = "org-id", ["value"] = id };
        return organisation;
    }

    /// <summary>A meeting to come, or that was called off.</summary>
    public JsonObject Of(PublicEvent meeting, Consultation consultation)
    {
        var page = site.To($"/consultations/{consultation.Slug}#meeting-{meeting.Id}");
        var said = Named("Event", meeting.Title, page);
        said["@context"] = "https://schema.org";
        said["startDate"] = Instant(meeting.StartsAt);
        said["endDate"] = Instant(meeting.EndsAt);
        said["eventStatus"] = $"https://schema.org/{(meeting.IsCancelled ? "EventCancelled" : "EventScheduled")}";
        said["eventAttendanceMode"] = $"https://schema.org/{(meeting.JoinLink is null ? "OfflineEventAttendanceMode" : meeting.Place.Length == 0 ? "OnlineEventAttendanceMode" : "MixedEventAttendanceMode")}";
        var places = new JsonArray();
        if (meeting.Place.Length > 0) places.Add(new JsonObject { ["@type"] = "Place", ["name"] = meeting.Place, ["address"] = meeting.Place });
        if (meeting.JoinLink is { } link) places.Add(new JsonObject { ["@type"] = "VirtualLocation", ["url"] = link });
        said["location"] = places;
        said["description"] = $"Part of {consultation.Title}. {meeting.AccessNeeds}".Trim();
        said["organizer"] = Named("Organization", consultation.AskedBy.Name, site.To($"/bodies/{consultation.AskedBy.Slug}"));
        said["isAccessibleForFree"] = true;
        return said;
    }

    /// <summary>All open data of this site, with each whole list as a file.</summary>
    public JsonObject Of(SiteOptions named, OpenDataOptions licence, IEnumerable<(string Title, string Address)> lists)
    {
        var data = Named("Dataset", $"Open data of {named.Name}, {named.Place}", site.To("/open-data"));
        data["@context"] = "https://schema.org";
        data["description"] = $"What people in {named.Place} were asked, what they said and put first, and what came of it. {DataAbouts.Disclosure.Note}";
        data["license"] = licence.LicenceAddress.AbsoluteUri;
        data["isAccessibleForFree"] = true;
        data["spatialCoverage"] = named.Place;
        data["creator"] = Named("Organization", named.Name, site.To("/"));
        data["distribution"] = new JsonArray([.. lists.Select(list => new JsonObject
        {
            ["@type"] = "DataDownload", ["name"] = list.Title, ["encodingFormat"] = DataAnswers.Csv, ["contentUrl"] = site.To($"{list.Address}.csv"),
        })]);
        return data;
    }

    // An answer to something that is gone stands below what that answered, as far as it can be read.
    private void Answers(JsonObject of, long id, ILookup<long?, CommentRow> byAnswered, string slug)
    {
        var answers = new JsonArray();
        foreach (var answer in Readable(id))
        {
            var said = Comment(answer, slug, answer.Words);
            Answers(said, answer.Id, byAnswered, slug);
            answers.Add(said);
        }
        if (answers.Count > 0) of["comment"] = answers;

        IEnumerable<CommentRow> Readable(long answered) => byAnswered[answered].SelectMany(a => a.Gone == Gone.No ? [a] : Readable(a.Id));
    }

    private JsonObject Comment(CommentRow comment, string slug, string words)
    {
        var said = Thing("Comment", site.To($"/consultations/{slug}/comments/{comment.Id}"));
        said["text"] = words;
        said["author"] = comment.BodyName is { } body ? Named("Organization", body, site.To($"/bodies/{comment.BodySlug}")) : new JsonObject { ["@type"] = "Person", ["name"] = comment.AuthorName };
        said["datePublished"] = Instant(comment.PostedAt);
        if (comment.EditedAt is { } edited) said["dateModified"] = Instant(edited);
        if (comment.Supports > 0) said["upvoteCount"] = comment.Supports;
        return said;
    }

    private static JsonObject Thing(string type, string address) => new() { ["@type"] = type, ["@id"] = address, ["url"] = address };

    private static JsonObject Named(string type, string name, string address)
    {
        var thing = Thing(type, address);
        thing["name"] = name;
        return thing;
    }

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}

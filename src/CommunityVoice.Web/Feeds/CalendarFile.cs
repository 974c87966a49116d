using CommunityVoice.News;
using CommunityVoice.Notifications;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace CommunityVoice.Web.Feeds;

/// <summary>Days as a calendar in the iCalendar format (RFC 5545): whole days, which block nobody's time, and meetings with their hours. What is cancelled stays, so that it leaves calendars that hold it.</summary>
public static class CalendarFile
{
    public const string ContentType = "text/calendar";

    public static string Of(string name, IEnumerable<PlaceDate> dates, SiteAddress site)
    {
        var calendar = new Calendar { ProductId = "-//CommunityVoice//Dates//EN", Method = "PUBLISH" };
        // What calendars show as its name, and how often they may ask.
        calendar.AddProperty("X-WR-CALNAME", name);
        calendar.AddProperty("NAME", name);
        calendar.AddProperty("REFRESH-INTERVAL;VALUE=DURATION", "PT12H");
        foreach (var date in dates)
        {
            var address = site.To(date.Path);
            var hours = date.Hours;
            calendar.Events.Add(new CalendarEvent
            {
                Uid = $"{date.Key}@{site.Home.Host}",
                Summary = date.Title,
                Description = $"{date.Words}\n{address}".Trim(),
                Start = hours is null ? new CalDateTime(date.Day) : new CalDateTime(hours.From.UtcDateTime),
                End = hours is null ? new CalDateTime(date.Day.AddDays(1)) : new CalDateTime(hours.To.UtcDateTime),
                Location = hours?.Where,
                Status = hours is null ? null : hours.IsCancelled ? EventStatus.Cancelled : EventStatus.Confirmed,
                DtStamp = new CalDateTime(date.ChangedAt.UtcDateTime),
                Sequence = date.Revision,
                Url = new Uri(address),
                Transparency = hours is { IsCancelled: false } ? TransparencyType.Opaque : TransparencyType.Transparent,
            });
        }
        return new CalendarSerializer().SerializeToString(calendar)!;
    }
}

using CommunityVoice.Analysis;
using CommunityVoice.Notifications;
using Microsoft.Extensions.Options;

namespace CommunityVoice.Web.OpenData;

/// <summary>The licence of an answer.</summary>
public sealed record LicenceData(string Name, string Title, string Address);

/// <summary>How small numbers in an answer are protected: under which rules, and what they do (rule R-C11).</summary>
public sealed record DisclosureNote(string Profile, string Version, string Note);

/// <summary>What every JSON answer says of itself. AsOf: the day that states are told for. Paths in it are to be put behind the address of this site.</summary>
public sealed record DataAbout(string Version, string Title, string Self, string Page, string Description, DateOnly AsOf, LicenceData Licence, DisclosureNote Disclosure);

/// <summary>A page of a list. Next: where the rest begins; none on the last page.</summary>
public sealed record DataList<T>(DataAbout About, string? Next, IReadOnlyList<T> Items);

/// <summary>One thing in full.</summary>
public sealed record DataItem<T>(DataAbout About, T Item);

/// <summary>What answers say of themselves, the same in each.</summary>
public sealed class DataAbouts(SiteAddress site, IOptions<OpenDataOptions> options, TimeProvider clock)
{
    /// <summary>Rises when a name or meaning changes that somebody may rely on; additions do not raise it.</summary>
    public const string Version = "1";

    public LicenceData Licence => new(options.Value.Licence, options.Value.LicenceTitle, options.Value.LicenceAddress.AbsoluteUri);

    public static DisclosureNote Disclosure { get; } = new(DisclosureProfile.SubNational.Name, DisclosureProfile.SubNational.Version, DisclosureProfile.SubNational.Note);

    public DataAbout Of(string title, string self, string page) =>
        new(Version, title, site.To(self), site.To(page), site.To("/open-data/openapi.json"), UkTime.Today(clock), Licence, Disclosure);

    public string To(string path) => site.To(path);
}

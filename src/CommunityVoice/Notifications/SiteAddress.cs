namespace CommunityVoice.Notifications;

/// <summary>Where the public finds this site, for links in letters.</summary>
public sealed class SiteAddress(Func<Uri> home)
{
    public Uri Home => home();

    /// <summary>An absolute link: <c>To("/consultations/safer-streets")</c>.</summary>
    public string To(string path) => new Uri(home(), path).AbsoluteUri;
}

using System.Globalization;

namespace CommunityVoice.Notifications;

/// <summary>What texts say: the site's name, one sentence, and the site's own address with nothing of anybody in it. Each is one message; where it would be longer, the name is cut.</summary>
public static class TextWords
{
    /// <summary>Where somebody sees what they contributed, once signed in.</summary>
    public const string Path = "/account";

    public static string OfNews(string name, Uri home, int own, int other, bool saysStop) =>
        Fit(name, $": {Sentence(own, other)}{(saysStop ? " Text STOP to end." : "")} {Address(home)}");

    public static string OfCode(string name, string code, DateTimeOffset until) =>
        Fit(name, $": your code is {code}. It works until {UkTime.Local(until).ToString("HH:mm", CultureInfo.InvariantCulture)}. If you did not ask for it, do nothing.");

    private static string Sentence(int own, int other) => (own, other) switch
    {
        (0, _) => $"{Things(other)} new in what you follow.",
        (_, 0) => $"{(own == 1 ? "1 thing" : Count(own) + " things")} happened to what you said or chose.",
        _ => $"{(own == 1 ? "1 thing" : Count(own) + " things")} happened to what you said or chose, {Things(other)} new in what you follow.",
    };

    private static string Things(int count) => count == 1 ? "1 thing is" : Count(count) + " things are";

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);

    // Without the scheme: shorter, and telephones make a link of it all the same.
    private static string Address(Uri home) => (home.IsDefaultPort ? home.IdnHost : $"{home.IdnHost}:{Count(home.Port)}") + Path;

    private static string Fit(string name, string rest)
    {
        var plain = Gsm7.Plain(rest);
        var room = Gsm7.Most - Gsm7.CountOf(plain)!.Value;
        return Gsm7.Cut(Gsm7.Cut(Gsm7.Plain(name), Math.Max(room, 0)) + plain, Gsm7.Most);
    }
}

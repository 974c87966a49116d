using System.Globalization;
using System.Text;

namespace CommunityVoice.Notifications;

/// <summary>The alphabet of text messages (GSM 03.38): how much of a message something takes up, and how other signs are said in it, so that a text is one message and never two.</summary>
public static class Gsm7
{
    /// <summary>What one message holds.</summary>
    public const int Most = 160;

    private const string Basic =
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    // Each goes as two.
    private const string Extended = "\f^{}\\[~]|€";

    /// <summary>How much of a message it takes up; none where something is not in the alphabet.</summary>
    public static int? CountOf(string text)
    {
        var count = 0;
        foreach (var sign in text)
        {
            if (SizeOf(sign) == 0) return null;
            count += SizeOf(sign);
        }
        return count;
    }

    /// <summary>The same in the alphabet: without accents it lacks, with plain quotes and dashes, and a question mark for what it cannot say.</summary>
    public static string Plain(string text) => string.Concat(text.Normalize().EnumerateRunes().Select(Plain));

    /// <summary>As much of the beginning of a plain text as takes up this much.</summary>
    public static string Cut(string plain, int most)
    {
        var (length, count) = (0, 0);
        while (length < plain.Length && count + SizeOf(plain[length]) <= most) count += SizeOf(plain[length++]);
        return length == plain.Length ? plain : plain[..length].TrimEnd();
    }

    private static string Plain(Rune rune)
    {
        var own = rune.ToString();
        if (CountOf(own) is not null) return own;
        // Marks that belong to the sign before them, and those that nobody sees.
        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format) return "";
        return own switch
        {
            "‘" or "’" or "`" or "´" => "'",
            "“" or "”" or "„" => "\"",
            "‐" or "‑" or "–" or "—" or "−" => "-",
            "…" => "...",
            "\u00a0" or "\u202f" or "\t" => " ",
            _ => string.Concat(own.Normalize(NormalizationForm.FormD).Where(c => SizeOf(c) > 0)) is { Length: > 0 } bare ? bare : "?",
        };
    }

    private static int SizeOf(char sign) => Basic.Contains(sign, StringComparison.Ordinal) ? 1 : Extended.Contains(sign, StringComparison.Ordinal) ? 2 : 0;
}

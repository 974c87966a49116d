namespace CommunityVoice.Analysis.Text;

/// <summary>How far two people agree who coded the same texts to one theme without seeing each other's work.</summary>
/// <param name="Both">Texts to which both gave the theme.</param>
/// <param name="FirstOnly">Texts to which only the first gave it.</param>
/// <param name="SecondOnly">Texts to which only the second gave it.</param>
/// <param name="Neither">Texts to which neither gave it.</param>
/// <remarks>
/// Kappa after J. Cohen, "A coefficient of agreement for nominal scales" (1960); alpha after K. Krippendorff, "Computing Krippendorff's alpha-reliability" (2011),
/// for two observers, yes-or-no data and none missing. Both are 1 for full agreement and about 0 for what chance alone would bring. Where nothing varies
/// (both gave the theme to every text, or to none), neither is defined: agreement cannot be told from habit.
/// </remarks>
public sealed record CoderAgreement(int Both, int FirstOnly, int SecondOnly, int Neither)
{
    public int Texts => Both + FirstOnly + SecondOnly + Neither;

    /// <summary>The share of texts on which both said the same; 1 when there is no text.</summary>
    public double Share => Texts == 0 ? 1 : (double)(Both + Neither) / Texts;

    /// <summary>Cohen's kappa: agreement beyond chance, where each keeps their own habit of saying yes.</summary>
    public double? Kappa
    {
        get
        {
            if (Texts == 0) return null;
            var (n, first, second) = ((double)Texts, Both + FirstOnly, Both + SecondOnly);
            var expected = (first / n * (second / n)) + ((n - first) / n * ((n - second) / n));
            return expected >= 1 ? null : (Share - expected) / (1 - expected);
        }
    }

    /// <summary>Krippendorff's alpha: one less what they disagreed on, divided by what pairing all their answers by lot would disagree on.</summary>
    public double? Alpha
    {
        get
        {
            double yes = (2 * Both) + FirstOnly + SecondOnly;
            double no = (2 * Neither) + FirstOnly + SecondOnly;
            return yes == 0 || no == 0 ? null : 1 - ((yes + no - 1) * (FirstOnly + SecondOnly) / (yes * no));
        }
    }

    /// <summary>Counts what two people chose, text by text.</summary>
    public static CoderAgreement Of(IEnumerable<(bool First, bool Second)> answers)
    {
        var counts = new int[4];
        foreach (var (first, second) in answers) counts[(first ? 2 : 0) + (second ? 1 : 0)]++;
        return new(counts[3], counts[2], counts[1], counts[0]);
    }
}

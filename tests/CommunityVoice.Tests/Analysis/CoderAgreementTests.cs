using CommunityVoice.Analysis.Text;
using FsCheck;
using FsCheck.Fluent;

namespace CommunityVoice.Tests.Analysis;

/// <summary>Agreement of two coders, with answers from the literature worked out by hand.</summary>
public sealed class CoderAgreementTests
{
    [Fact]
    public void Alpha_of_two_observers_and_ten_yes_or_no_answers_is_as_published()
    {
        // Krippendorff (2011), section A. 14 noughts and 6 ones; 4 of 10 pairs differ: 1 - 19 × 4 / (14 × 6) = 0.095.
        int[] meg = [0, 1, 0, 0, 0, 0, 0, 0, 1, 0], owen = [1, 1, 1, 0, 0, 1, 0, 0, 0, 0];

        var agreement = CoderAgreement.Of(meg.Zip(owen, (a, b) => (a == 1, b == 1)));

        Assert.Equal(new CoderAgreement(1, 1, 3, 5), agreement);
        Assert.Equal(0.6, agreement.Share, 12);
        Assert.Equal(1 - (19.0 * 4 / (14 * 6)), agreement.Alpha!.Value, 12);
        Assert.Equal(0.095, agreement.Alpha!.Value, 3);
    }

    [Fact]
    public void Kappa_of_fifty_answers_is_as_worked_out_by_hand()
    {
        // 20 both, 5 first only, 10 second only, 15 neither. Same: 0.7. By chance: 0.5 × 0.6 + 0.5 × 0.4 = 0.5. (0.7 - 0.5) / (1 - 0.5) = 0.4.
        var agreement = new CoderAgreement(20, 5, 10, 15);

        Assert.Equal(0.7, agreement.Share, 12);
        Assert.Equal(0.4, agreement.Kappa!.Value, 12);
        // 55 yes, 45 no; 15 pairs differ: 1 - 99 × 15 / (55 × 45) = 0.4.
        Assert.Equal(0.4, agreement.Alpha!.Value, 12);
    }

    [Fact]
    public void Where_nothing_varies_neither_measure_is_defined()
    {
        foreach (var agreement in new[] { new CoderAgreement(12, 0, 0, 0), new CoderAgreement(0, 0, 0, 12), new CoderAgreement(0, 0, 0, 0) })
        {
            Assert.Equal(1, agreement.Share);
            Assert.Null(agreement.Kappa);
            Assert.Null(agreement.Alpha);
        }
    }

    [Fact]
    public void Both_measures_keep_their_bounds_and_do_not_mind_who_was_first()
    {
        var counts = Gen.Choose(0, 30).ArrayOf(4);

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll(counts.ToArbitrary(), n =>
        {
            var agreement = new CoderAgreement(n[0], n[1], n[2], n[3]);
            var turned = new CoderAgreement(n[0], n[2], n[1], n[3]);
            var agrees = n[1] + n[2] == 0;
            return agreement.Kappa is null or (>= -1 and <= 1.0000001) && agreement.Alpha is null or (>= -1 and <= 1) && agreement.Share is >= 0 and <= 1
                && Near(agreement.Kappa, turned.Kappa) && Near(agreement.Alpha, turned.Alpha)
                && (agreement.Alpha is not { } alpha || agrees == (alpha == 1)) && (!agrees || agreement.Kappa is not { } kappa || Near(kappa, 1));
        }));
    }

    private static bool Near(double? a, double? b) => a is null == b is null && (a is null || Math.Abs(a.Value - b!.Value) < 1e-9);
}

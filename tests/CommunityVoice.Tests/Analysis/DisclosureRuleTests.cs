using CommunityVoice.Analysis;

namespace CommunityVoice.Tests.Analysis;

/// <summary>Attacks by somebody who runs this very programme on every table there could be, and keeps those that look like the published one.</summary>
public sealed class DisclosureRuleTests
{
    private const int Most = 32;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Knowing_how_cells_are_chosen_to_be_hidden_tells_none_of_them(bool exactTotal)
    {
        var alike = new Dictionary<string, List<int[]>>(StringComparer.Ordinal);
        for (var total = 0; total <= Most; total++)
        {
            for (var a = 0; a <= total; a++)
            {
                for (var b = 0; a + b <= total; b++)
                {
                    int[] counts = [a, b, total - a - b];
                    var shown = Disclosure.Protect([.. counts.Select((n, i) => ($"row {i}", n))], exactTotal ? total : null);
                    var look = $"{string.Join('|', shown.Rows.Select(r => r.Count.Words))} = {(exactTotal ? total : shown.Total.Words)}";
                    if (!alike.TryGetValue(look, out var tables)) alike[look] = tables = [];
                    tables.Add(counts);
                }
            }
        }
        foreach (var (look, tables) in alike)
        {
            var words = look.Split(" = ")[0].Split('|');
            for (var i = 0; i < words.Length; i++)
            {
                if (words[i] != "hidden") continue;
                var values = tables.Select(t => t[i]).Distinct().Count();
                Assert.True(values >= Math.Min(Disclosure.LeastChoices, tables.Max(t => t.Sum()) + 1), $"{look} leaves row {i} {values} values, as in {string.Join(' ', tables[0])}.");
            }
        }
    }
}

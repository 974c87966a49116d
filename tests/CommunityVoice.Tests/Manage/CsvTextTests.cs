namespace CommunityVoice.Tests.Manage;

public sealed class CsvTextTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+44", "'+44")]
    [InlineData("-2", "'-2")]
    [InlineData("@SUM", "'@SUM")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\0=1", "'=1")]
    [InlineData("A \"bench\", half way", "\"A \"\"bench\"\", half way\"")]
    [InlineData("7QFK-2M9X", "7QFK-2M9X")]
    public void What_a_spreadsheet_would_take_for_a_formula_is_text(string field, string written) => Assert.Equal($"{written},x\r\n", CsvText.Line(field, "x"));
}

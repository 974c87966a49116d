using CommunityVoice.Bodies;

namespace CommunityVoice.Tests.Manage;

public sealed class OrganisationIdTests
{
    [Theory]
    [InlineData("GB-CHC-1164883", "GB-CHC-1164883")]
    [InlineData(" gb-chc-202918 ", "GB-CHC-202918")]
    [InlineData("GB-COH-09668396", "GB-COH-09668396")]
    [InlineData("gb-coh-ip01234r", "GB-COH-IP01234R")]
    [InlineData("GB-SC-SC012345", "GB-SC-SC012345")]
    [InlineData("GB-NIC-100002", "GB-NIC-100002")]
    [InlineData("GB-LAE-TRF", "GB-LAE-TRF")]
    [InlineData("GB-NHS-QOP", "GB-NHS-QOP")]
    public void A_number_of_a_known_register_is_written_in_its_usual_form(string text, string expected) => Assert.Equal(expected, OrganisationId.Read(text));

    [Theory]
    [InlineData("1164883")]
    [InlineData("GB-CHC-")]
    [InlineData("GB-CHC-12345")]
    [InlineData("GB-CHC-12345678")]
    [InlineData("GB-CHC-0164883")]
    [InlineData("GB-CHC-116488X")]
    [InlineData("GB-COH-966839")]
    [InlineData("GB-COH-1234567A")]
    [InlineData("GB-SC-012345")]
    [InlineData("XX-YYY-123456")]
    public void Anything_else_is_none_and_says_why(string text)
    {
        Assert.Null(OrganisationId.Read(text));
        Assert.NotEmpty(OrganisationId.Fault(text));
    }
}

using CommunityVoice.Sharing;

namespace CommunityVoice.Web.Pages.Sharing;

/// <summary>Where an agreement stands, in words.</summary>
public static class SharingWords
{
    public static string Of(SharingState state) => state switch
    {
        SharingState.WaitingForSignature => "Waiting for signature",
        SharingState.Agreed => "Signed, not begun",
        SharingState.InForce => "In force",
        _ => "Ended",
    };

    public static string? ColourOf(SharingState state) => state switch
    {
        SharingState.WaitingForSignature or SharingState.Agreed => "sun",
        SharingState.InForce => "deep",
        _ => "grey",
    };
}

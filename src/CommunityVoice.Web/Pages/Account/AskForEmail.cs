using System.ComponentModel.DataAnnotations;
using CommunityVoice.People;
using CommunityVoice.Web.Account;

namespace CommunityVoice.Web.Pages.Account;

/// <summary>What the form asks for.</summary>
public sealed class EmailInput
{
    [Required, StringLength(EmailAddresses.MaxLength), DataType(DataType.EmailAddress)]
    [Display(Name = "Your e-mail address", Description = "We send a code there. Nobody else sees your address.")]
    public string? Email { get; set; }
}

/// <summary>The form that asks for an e-mail address, for any page: <c>&lt;partial name="/Pages/Account/_AskForEmail.cshtml" model="…" /&gt;</c>.</summary>
public sealed class AskForEmail
{
    public EmailInput Input { get; init; } = new();

    /// <summary>A draft made by <see cref="Drafts.Protect"/>, published when they have signed in.</summary>
    public string? Draft { get; init; }
    public string? ReturnUrl { get; init; }
    public string Button { get; init; } = "Send me a code";
}

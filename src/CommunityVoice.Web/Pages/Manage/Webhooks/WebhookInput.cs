using System.ComponentModel.DataAnnotations;
using CommunityVoice.Webhooks;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace CommunityVoice.Web.Pages.Manage.Webhooks;

/// <summary>What the form of a new webhook holds.</summary>
public sealed class WebhookInput
{
    [Required(ErrorMessage = "Enter the address"), StringLength(Webhook.AddressMaxLength, ErrorMessage = "The address must be 500 characters or fewer")]
    [Display(Name = "Address", Description = "Where the other system takes news in. It begins with https://")]
    public string? Address { get; set; }

    [Required(ErrorMessage = "Choose what it is told of"), Display(Name = "What it is told of")]
    public string? Of { get; set; }

    /// <summary>The address, where this site may call it.</summary>
    public Uri? Check(WebhookOptions options, ModelStateDictionary state)
    {
        if (Address is null) return null; // which is said already
        if (WebhookAddress.Read(Address) is not { } address) state.AddModelError("Input.Address", "Enter an address such as https://hooks.example.org/news, without a port, a password or a #");
        else if (!options.Allows(address)) state.AddModelError("Input.Address", $"This site may not call {address.IdnHost} yet. Ask whoever runs it to allow that host");
        else return address;
        return null;
    }
}

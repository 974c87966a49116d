using System.ComponentModel.DataAnnotations;
using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace CommunityVoice.Web.Pages.Manage.Bodies;

/// <summary>What an organisation is called, what it is, how registers know it, and where its page is.</summary>
public sealed class AboutInput
{
    [Required(ErrorMessage = "Enter the name"), StringLength(Body.NameMaxLength, ErrorMessage = "The name must be 120 characters or fewer"), Display(Name = "Name")]
    public string? Name { get; set; }

    [StringLength(2000, ErrorMessage = "The description must be 2,000 characters or fewer"), Display(Name = "About it", Description = "One or two sentences")]
    public string? About { get; set; }

    [StringLength(300, ErrorMessage = "The website must be 300 characters or fewer"), Display(Name = "Website", Description = "Leave it empty if there is none")]
    public string? Website { get; set; }

    [Display(Name = "Number in a register", Description = "So that others can match it: GB-CHC- and the charity number, GB-COH- and the company number. Leave it empty if there is none")]
    public string? OrganisationId { get; set; }

    [Display(Name = "End of its address", Description = "The address it has now leads on to a new one for good")]
    public string? Address { get; set; }

    public static AboutInput From(Body body) => new() { Name = body.Name, About = body.About, Website = body.Website, OrganisationId = body.OrganisationId, Address = body.Slug };

    /// <summary>Says what the attributes cannot tell, and writes each in its usual form.</summary>
    public void Check(ModelStateDictionary state)
    {
        (Name, About, Website, Address) = (Name?.Trim(), About?.Trim() ?? "", string.IsNullOrWhiteSpace(Website) ? null : Website.Trim(), Address?.Trim());
        if (Website is not null && !(Uri.TryCreate(Website, UriKind.Absolute, out var address) && address.Scheme is "https" or "http"))
            state.AddModelError("Input.Website", "Enter a whole address such as https://www.example.org");
        if (string.IsNullOrWhiteSpace(OrganisationId)) OrganisationId = null;
        else if (CommunityVoice.Bodies.OrganisationId.Read(OrganisationId) is { } right) OrganisationId = right;
        else state.AddModelError("Input.OrganisationId", CommunityVoice.Bodies.OrganisationId.Fault(OrganisationId));
        if (Addresses.Fault(Address) is { } fault) state.AddModelError("Input.Address", fault);
    }
}

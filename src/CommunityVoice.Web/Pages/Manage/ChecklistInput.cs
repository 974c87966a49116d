using System.ComponentModel.DataAnnotations;
using CommunityVoice.Checklists;
using CommunityVoice.Markup;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace CommunityVoice.Web.Pages.Manage;

/// <summary>The form of a checklist: evidence for each item, in the order of the checklist.</summary>
public sealed class ChecklistInput
{
    public List<EvidenceInput> Items { get; set; } = [];

    public static ChecklistInput Of(IEnumerable<ChecklistRow> rows) => new()
    {
        Items = [.. rows.Select(r => new EvidenceInput { Item = r.Item.Code, Evidence = r.Answer?.Evidence, Link = r.Answer?.Link })],
    };

    public IEnumerable<EvidenceText> Texts => Items.Select(i => new EvidenceText(i.Item ?? "", CleanText.Of(i.Evidence), string.IsNullOrWhiteSpace(i.Link) ? null : i.Link.Trim()));

    /// <summary>Whether it is the form of this checklist; then says of each link what is wrong with it.</summary>
    public bool Follows(Checklist list, ModelStateDictionary state)
    {
        if (!Items.Select(i => i.Item).SequenceEqual(list.Items.Select(i => i.Code), StringComparer.Ordinal)) return false;
        foreach (var (text, n) in Texts.Select((t, n) => (t, n)))
        {
            if (text.Link is null) continue;
            if (!IsAddress(text.Link)) state.AddModelError($"Input.Items[{n}].Link", "Enter an address that begins with https://, or with / for a page of this site");
            if (text.Evidence.Length == 0) state.AddModelError($"Input.Items[{n}].Evidence", "Say what the address shows");
        }
        return true;
    }

    private static bool IsAddress(string link) => link.StartsWith('/')
        ? !link.StartsWith("//", StringComparison.Ordinal) && !link.StartsWith("/\\", StringComparison.Ordinal)
        : Uri.TryCreate(link, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);
}

/// <summary>The evidence for one item.</summary>
public sealed class EvidenceInput
{
    public string? Item { get; set; }

    [StringLength(ChecklistAnswer.EvidenceMaxLength, ErrorMessage = "The evidence must be 2,000 characters or fewer")]
    public string? Evidence { get; set; }

    [StringLength(ChecklistAnswer.LinkMaxLength, ErrorMessage = "The address must be 500 characters or fewer")]
    public string? Link { get; set; }
}

/// <summary>A page that holds the form of a checklist.</summary>
public interface IChecklistPage
{
    ChecklistInput Input { get; }
    Checklist List { get; }
}

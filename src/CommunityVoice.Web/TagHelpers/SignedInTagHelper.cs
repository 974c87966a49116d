using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CommunityVoice.Web.TagHelpers;

/// <summary>Marks the body for scripts with <c>data-signed-in</c>; Razor itself cannot leave out an attribute that begins with <c>data-</c>.</summary>
[HtmlTargetElement("body", Attributes = "signed-in")]
public sealed class SignedInTagHelper : TagHelper
{
    public bool SignedIn { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (SignedIn) output.Attributes.SetAttribute("data-signed-in", "");
    }
}

using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CommunityVoice.Web.TagHelpers;

/// <summary>Writes <c>&lt;cv-radios for="Input.Voice" items="Model.Voices" /&gt;</c>: choose one.</summary>
[HtmlTargetElement("cv-radios", TagStructure = TagStructure.WithoutEndTag)]
[OutputElementHint("div")]
public sealed class RadiosTagHelper : ChoicesTagHelper
{
    protected override string Kind => "radios";
}

using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace CommunityVoice.Content;

/// <summary>Takes a Markdown file apart into what stands between its first two rules and the text below them.</summary>
internal static class FrontMatter
{
    private static readonly IDeserializer Yaml = new DeserializerBuilder()
        .WithNamingConvention(CamelCaseNamingConvention.Instance)
        .WithEnforceRequiredMembers()
        .Build();

    public static (T About, string Body) Read<T>(string name, string text)
    {
        var parts = text.ReplaceLineEndings("\n").Split("---\n", 3);
        return parts is ["", var front, var body]
            ? (ReadYaml<T>(name, front), body)
            : throw new InvalidDataException($"{name}: the file must begin with front matter between two lines of ---.");
    }

    public static T ReadYaml<T>(string name, string yaml)
    {
        try
        {
            return Yaml.Deserialize<T>(yaml) ?? throw new InvalidDataException($"{name}: the front matter is empty.");
        }
        catch (YamlException e)
        {
            // YamlDotNet puts what is wrong, such as a missing title, in the innermost exception.
            throw new InvalidDataException($"{name}: {e.GetBaseException().Message}", e);
        }
    }
}

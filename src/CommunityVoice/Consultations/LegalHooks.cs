using CommunityVoice.Content;

namespace CommunityVoice.Consultations;

/// <summary>A law that a consultation can rest on: its code is kept, its words are what people see.</summary>
public sealed class LegalHook
{
    public required string Code { get; init; }
    public required string Name { get; init; }

    /// <summary>One line for the public page: what the law asks for.</summary>
    public required string Words { get; init; }
}

/// <summary>The laws of <c>content/legal-hooks.yaml</c>, read once at start: which there are differs from year to year.</summary>
public sealed class LegalHooks
{
    private readonly Dictionary<string, LegalHook> byCode;

    private LegalHooks(List<LegalHook> hooks)
    {
        if (hooks.GroupBy(h => h.Code, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new InvalidDataException($"legal-hooks.yaml: the code \"{twice.Key}\" is there twice.");
        if (hooks.Find(h => h.Code.Length > Consultation.LegalHookMaxLength) is { } longer)
            throw new InvalidDataException($"legal-hooks.yaml: the code \"{longer.Code}\" is longer than {Consultation.LegalHookMaxLength} characters.");
        (All, byCode) = (hooks, hooks.ToDictionary(h => h.Code, StringComparer.Ordinal));
    }

    public IReadOnlyList<LegalHook> All { get; }

    public static LegalHooks Load(string folder) => new(FrontMatter.ReadYaml<LegalHooksFile>("legal-hooks.yaml", File.ReadAllText(Path.Combine(folder, "legal-hooks.yaml"))).Hooks);

    public LegalHook? Find(string? code) => code is null ? null : byCode.GetValueOrDefault(code);

    /// <summary>Its name; a code of long ago stands for itself.</summary>
    public string? NameOf(string? code) => Find(code)?.Name ?? code;

    /// <summary>Its line for the public; a code of long ago stands for itself.</summary>
    public string? WordsOf(string? code) => Find(code)?.Words ?? code;

    private sealed class LegalHooksFile
    {
        public required List<LegalHook> Hooks { get; init; }
    }
}

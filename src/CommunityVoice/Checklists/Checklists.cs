using CommunityVoice.Content;

namespace CommunityVoice.Checklists;

/// <summary>What a checklist is answered for.</summary>
public enum ChecklistSubject
{
    Consultation,
    Body,
}

/// <summary>One thing to show evidence for: its code is kept in answers, its title and prompt are what people see.</summary>
public sealed class ChecklistItem
{
    public required string Code { get; init; }
    public required string Title { get; init; }

    /// <summary>What to think of when answering.</summary>
    public required string Prompt { get; init; }
}

/// <summary>A list of things to show evidence for, in our own words.</summary>
public sealed class Checklist
{
    public required string Code { get; init; }
    public required string Title { get; init; }
    public required string About { get; init; }
    public required ChecklistSubject For { get; init; }
    public required List<ChecklistItem> Items { get; init; }
}

/// <summary>The checklists of <c>content/checklists</c>, read once at start: one for consultations and one for bodies.</summary>
public sealed class ChecklistLibrary
{
    private readonly IReadOnlyList<Checklist> all;

    private ChecklistLibrary(IReadOnlyList<Checklist> all)
    {
        foreach (var list in all) Check(list);
        foreach (var subject in Enum.GetValues<ChecklistSubject>())
        {
            if (all.Count(l => l.For == subject) != 1) throw new InvalidDataException($"content/checklists must hold one checklist for {subject}, and no more.");
        }
        this.all = all;
    }

    public Checklist ForConsultations => all.Single(l => l.For == ChecklistSubject.Consultation);
    public Checklist ForBodies => all.Single(l => l.For == ChecklistSubject.Body);

    public static ChecklistLibrary Load(string folder) => new([.. Directory.EnumerateFiles(Path.Combine(folder, "checklists"), "*.yaml").Order(StringComparer.Ordinal)
        .Select(file => FrontMatter.ReadYaml<Checklist>(Path.GetFileName(file), File.ReadAllText(file)))]);

    private static void Check(Checklist list)
    {
        if (list.Items.Count == 0) throw new InvalidDataException($"{list.Code}: the checklist holds nothing.");
        if (list.Items.GroupBy(i => i.Code, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new InvalidDataException($"{list.Code}: the item \"{twice.Key}\" is there twice.");
        if (list.Items.Select(i => i.Code).Append(list.Code).FirstOrDefault(c => c.Length > ChecklistAnswer.CodeMaxLength) is { } code)
            throw new InvalidDataException($"{list.Code}: the code \"{code}\" is longer than {ChecklistAnswer.CodeMaxLength} characters.");
    }
}

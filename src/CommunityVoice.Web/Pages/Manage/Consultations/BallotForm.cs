using CommunityVoice.Consultations;
using CommunityVoice.Voting;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace CommunityVoice.Web.Pages.Manage.Consultations;

/// <summary>The form that sets up a ballot: what was typed, what options can come from, and what to look at before it is saved.</summary>
public sealed class BallotForm(Consultation consultation, Ballot? ballot, BallotInput input, IReadOnlyList<OptionSource> sources, DateTimeOffset now)
{
    private const string OptionFields = "Input.Options";
    private readonly OptionRows rows = new(input, sources);

    public Consultation Consultation => consultation;
    public BallotInput Input => input;
    public IReadOnlyList<OptionSource> Sources => sources;
    public IReadOnlyList<string> Warnings { get; private set; } = [];

    /// <summary>The ballot as it would be, where somebody asked to look at it.</summary>
    public Ballot? Preview { get; private set; }

    /// <summary>Where its buttons lead.</summary>
    public string Address => ballot is null ? $"/manage/consultations/{consultation.Slug}/ballots/new" : $"/manage/ballots/{ballot.Id}";

    public bool IsTaken(OptionSource source) => rows.Has(source);

    /// <summary>A new form begins with empty rows.</summary>
    public void Begin()
    {
        if (input.Options.Count == 0) rows.AddEmpty();
    }

    /// <summary>Does what was pressed. Answers the draft when it is to be saved; none when the page is to be shown again, with errors or without.</summary>
    public BallotDraft? Read(string? press, ModelStateDictionary errors)
    {
        // Rows move under their fields, so what stands there now is what was read, never what was sent.
        foreach (var key in errors.Keys.Where(k => k.StartsWith(OptionFields, StringComparison.Ordinal) || k is "Input.Lines" or "Input.Picks" or "Input.Seen").ToList()) errors.Remove(key);
        if (press is not (null or "" or "preview"))
        {
            KeepOnlyValues(errors);
            rows.Do(press);
            return null;
        }
        rows.Take();
        var origins = sources.Select(s => (s.Origin, (long?)s.Id)).Concat((ballot?.Priorities ?? []).Select(p => (p.Origin, p.OriginId))).ToHashSet();
        if (new BallotCheck(consultation, input, origins, UkTime.Day(now), errors).Read() is not { } draft) return null;
        Warnings = BallotCheck.Warnings(draft);
        if (press == "preview") Preview = draft.ToBallot(consultation, now);
        return Preview is null && (Warnings.Count == 0 || input.Seen?.ReplaceLineEndings("\n") == string.Join('\n', Warnings)) ? draft : null;
    }

    // What was typed stays, also where it could not be read; what is wrong with it is told when it is saved.
    private static void KeepOnlyValues(ModelStateDictionary errors)
    {
        var typed = errors.Select(e => (e.Key, e.Value!.RawValue, e.Value.AttemptedValue)).ToList();
        errors.Clear();
        foreach (var (key, raw, attempted) in typed) errors.SetModelValue(key, raw, attempted);
    }
}

/// <summary>Makes the form for a consultation, or for a ballot of it.</summary>
public sealed class BallotForms(OptionSources sources, TimeProvider clock)
{
    public async Task<BallotForm> ForAsync(Consultation consultation, Ballot? ballot, BallotInput input, CancellationToken ct) =>
        new(consultation, ballot, input, await sources.ForAsync(consultation, ct), clock.GetUtcNow());
}

namespace CommunityVoice.Analysis;

/// <summary>One number of a publication while it is being made: its truth, how it would be shown, and whether it is hidden.</summary>
internal sealed class Unknown
{
    public required int Arc { get; init; }
    public required int Value { get; init; }

    /// <summary>How it is shown if it is; a hidden cell where it must be hidden for its own sake.</summary>
    public required Cell Shown { get; init; }

    /// <summary>What a reader knows of it while it is hidden.</summary>
    public (int Low, int High) OpenRange { get; init; } = (0, Circulation.Endless);

    /// <summary>What they know if somebody tells them whether it is hidden for its own sake.</summary>
    public (int Low, int High) ToldRange { get; init; } = (0, Circulation.Endless);

    /// <summary>The most it can be for somebody who knows besides how large its group is.</summary>
    public int Cap { get; init; } = Circulation.Endless;

    /// <summary>Narrower than how it is rounded, where something else tells more.</summary>
    public (int Low, int High)? ShownRange { get; init; }

    public bool IsTotal { get; init; }

    /// <summary>The public knows it exactly from elsewhere, so hiding it here protects nobody.</summary>
    public bool IsKnown { get; init; }

    /// <summary>Whether another publication hides it, where another shows the same number: then nothing is left to decide here.</summary>
    public bool? IsHiddenElsewhere { get; init; }

    /// <summary>Whether it has to stay hidden for readers who know less, though those who know more would need it no longer.</summary>
    public bool StaysHidden { get; init; }

    public bool IsHidden { get; set; }

    /// <summary>The numbers that it adds up with.</summary>
    public List<Unknown> Beside { get; } = [];

    /// <summary>The sums of which it is a part.</summary>
    public List<List<Unknown>> Lines { get; } = [];

    public bool MustBeHidden => Shown.IsHidden;
    public bool BeginsHidden => IsHiddenElsewhere ?? (MustBeHidden || StaysHidden);
    public bool MayBeHidden => !IsHidden && !IsKnown && IsHiddenElsewhere is null;
    public bool MayBeShown => IsHidden && !MustBeHidden && !StaysHidden && IsHiddenElsewhere is null;
    public Cell Cell => IsHidden ? HiddenCell.Instance : Shown;

    /// <summary>What a reader knows of it who knows the rules and nothing else.</summary>
    public (int Low, int High) Plain => IsHidden && !IsKnown ? OpenRange : Seen;

    /// <summary>What a reader knows of it who was told which of the hidden numbers are hidden for their own sake.</summary>
    public (int Low, int High) Told => IsHidden && !IsKnown ? ToldRange : Seen;

    /// <summary>What a reader knows who supposes that a sum hides no number but for its own sake, and is right.</summary>
    public (int Low, int High) Supposed => !IsHidden || IsKnown ? Seen
        : Lines.Count == 0 || Lines.Exists(line => line.TrueForAll(u => !u.IsHidden || u.IsKnown || u.MustBeHidden)) ? ToldRange
        : OpenRange;

    /// <summary>What a reader knows of it who was told and who knows that nothing larger is hidden beside a small number than is shown.</summary>
    public (int Low, int High) Chosen
    {
        get
        {
            if (!IsHidden || IsKnown || MustBeHidden || Lines.Count != 1) return Told;
            var shown = Lines[0].Where(u => !u.IsHidden && u.Value > 0).Select(u => u.Seen.High).DefaultIfEmpty(Circulation.Endless).Min();
            return (Told.Low, Math.Min(Told.High, Math.Max(Value, shown)));
        }
    }

    private (int Low, int High) Seen => IsKnown ? (Value, Value) : ShownRange ?? (((ShownCell)Shown).Least, ((ShownCell)Shown).Most);
}

using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Strategies;

namespace CommunityVoice.AnnualReports;

/// <summary>What an editor writes around the figures, in Markdown.</summary>
public sealed record AnnualText(string Title, string InShort, string WhatItShows, string WhatNext);

/// <summary>
/// One version of a body's report on a year from 1 April to 31 March (rule R-B12): figures made from records and frozen with their date, and an editor's
/// words around them. A draft until it is published, fixed from then on; a correction is a further version.
/// </summary>
public sealed class AnnualReport : IShownOnPages
{
    public const int SlugMaxLength = 120;
    public const int TitleMaxLength = 160;
    public const int TextMaxLength = 20_000;
    public const int CorrectionMaxLength = 1000;

    private AnnualReport() { } // EF Core

    public AnnualReport(Body by, int year, AnnualPack figures, Guid startedById, DateTimeOffset now)
    {
        (By, ById, Year, Number, Slug) = (by, by.Id, year, 1, $"{by.Slug}-{FinancialYear.Words(year).Replace('/', '-')}");
        (Title, StartedById, StartedAt) = ($"{by.Name} in {FinancialYear.Words(year)}", startedById, now);
        (Figures, FiguresAt) = (figures.ToJson(), now);
    }

    public long Id { get; private set; }
    public long ById { get; private set; }
    public Body By { get; private set; } = null!;

    /// <summary>The year it begins in.</summary>
    public int Year { get; private set; }
    public int Number { get; private set; }

    /// <summary>The same for all versions.</summary>
    public string Slug { get; private set; } = "";
    public string Title { get; private set; } = "";
    public string InShort { get; private set; } = "";
    public string WhatItShows { get; private set; } = "";
    public string WhatNext { get; private set; } = "";

    /// <summary>JSON, as it was on the day that stands beside it; protected then.</summary>
    public string Figures { get; private set; } = "";
    public DateTimeOffset FiguresAt { get; private set; }
    public Guid StartedById { get; private set; }
    public DateTimeOffset StartedAt { get; private set; }
    public DateTimeOffset? PublishedAt { get; private set; }
    public Guid? PublishedById { get; private set; }

    /// <summary>What a later version corrects, shown beside it.</summary>
    public string? Correction { get; private set; }
    public int Edits { get; private set; }

    public IEnumerable<string> PageTags => [PageTag.Lists];

    public bool IsDraft => PublishedAt is null;
    public DateOnly FirstDay => FinancialYear.FirstDay(Year);
    public DateOnly LastDay => FinancialYear.LastDay(Year);
    public AnnualPack Pack => AnnualPack.Parse(Figures);
    public AnnualText Text => new(Title, InShort, WhatItShows, WhatNext);

    /// <summary>What still stands in the way of publishing.</summary>
    public Lack? Lack => string.IsNullOrWhiteSpace(InShort) ? new("Input.InShort", "Write the report in short") : null;

    public void Write(AnnualText text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text.Title, nameof(text));
        Edit();
        (Title, InShort, WhatItShows, WhatNext) = (text.Title, text.InShort, text.WhatItShows, text.WhatNext);
    }

    /// <summary>Takes the figures of another day in place of those it has.</summary>
    public void Freeze(AnnualPack figures, DateTimeOffset now)
    {
        Edit();
        (Figures, FiguresAt) = (figures.ToJson(), now);
    }

    public void Publish(Guid byId, DateTimeOffset now)
    {
        if (Lack is { } lack) throw new InvalidOperationException($"Version {Number} of {Slug} lacks {lack.Field}.");
        Edit();
        (PublishedAt, PublishedById) = (now, byId);
    }

    /// <summary>Begins the version after this one, as a copy with the figures it has.</summary>
    public AnnualReport Correct(string note, Guid byId, DateTimeOffset now)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(note);
        if (IsDraft) throw new InvalidOperationException($"Version {Number} of {Slug} is a draft: change it.");
        return new()
        {
            By = By,
            ById = ById,
            Year = Year,
            Number = Number + 1,
            Slug = Slug,
            Title = Title,
            InShort = InShort,
            WhatItShows = WhatItShows,
            WhatNext = WhatNext,
            Figures = Figures,
            FiguresAt = FiguresAt,
            Correction = note,
            StartedById = byId,
            StartedAt = now,
        };
    }

    // Every change of a draft passes here, so that two editors notice one another and a published version stays as it is.
    private void Edit()
    {
        if (!IsDraft) throw new InvalidOperationException($"Version {Number} of {Slug} is published and stays as it is: correct it with a new version.");
        Edits++;
    }
}

using CommunityVoice.Data;
using CommunityVoice.Discussion;

namespace CommunityVoice.OnBehalf;

/// <summary>What somebody who answered outside the site agreed to.</summary>
public enum EntryConsent
{
    PublishAndQuote,
    Publish,
    CountOnly,
}

/// <summary>The words for each.</summary>
public static class EntryConsentWords
{
    /// <summary>In the place of words that were to be quoted.</summary>
    public const string NotQuoted = "Whoever said this did not want to be quoted";

    public static string Word(this EntryConsent consent) => consent switch
    {
        EntryConsent.PublishAndQuote => "Show it on the site, and it may be quoted",
        EntryConsent.Publish => "Show it on the site, without quoting it",
        _ => "Only count it and group it: nobody but staff reads it",
    };
}

/// <summary>What stands beside a comment that staff entered for somebody: when it came, what they agreed to, who typed it.</summary>
public sealed class EnteredAnswer : IShownOnPages
{
    public const int ReasonMaxLength = 300;

    private EnteredAnswer() { } // EF Core

    public EnteredAnswer(Comment comment, DateOnly receivedOn, EntryConsent consent, AnswerForm? form, Guid by, DateTimeOffset now)
    {
        (Comment, ConsultationId, ReceivedOn, Consent, EnteredById, At) = (comment, comment.ConsultationId, receivedOn, consent, by, now);
        (Form, FormId) = (form, form?.Id);
    }

    public long CommentId { get; private set; }
    public Comment Comment { get; private set; } = null!;
    public long ConsultationId { get; private set; }
    public DateOnly ReceivedOn { get; private set; }
    public EntryConsent Consent { get; private set; }

    /// <summary>The printed form it came on; no two answers have the same.</summary>
    public long? FormId { get; private set; }
    public AnswerForm? Form { get; private set; }

    [Personal(DataClass.Contribution)]
    public Guid? EnteredById { get; private set; }
    public DateTimeOffset At { get; private set; }

    /// <summary>Why it was taken back; none while it stands.</summary>
    public string? TakenBackBecause { get; private set; }

    public IEnumerable<string> PageTags => [PageTag.Consultation(ConsultationId)];

    /// <summary>It no longer counts, and its form may be entered again.</summary>
    public void TakeBack(string reason, bool erase, DateTimeOffset now)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        Comment.Withdraw(now);
        if (erase) Comment.EraseWords();
        (TakenBackBecause, Form, FormId) = (reason, null, null);
    }
}

/// <summary>One printed form. Its code only says which question it is for, and keeps it from being entered twice.</summary>
public sealed class AnswerForm : INeverOnCachedPages
{
    public const int CodeLength = 8;

    private AnswerForm() { } // EF Core

    public AnswerForm(long consultationId, string code, int run, Guid by, DateTimeOffset now) =>
        (ConsultationId, Code, Run, MadeById, MadeAt) = (consultationId, code, run, by, now);

    public long Id { get; private set; }
    public long ConsultationId { get; private set; }
    public Consultations.Consultation Consultation { get; private set; } = null!;
    public string Code { get; private set; } = "";

    /// <summary>Which printing it belongs to, from 1.</summary>
    public int Run { get; private set; }

    [Personal(DataClass.Contribution)]
    public Guid? MadeById { get; private set; }
    public DateTimeOffset MadeAt { get; private set; }
}

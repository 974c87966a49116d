using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Reviews;

namespace CommunityVoice.Sharing;

/// <summary>Where an agreement stands; always worked out from dates and signatures.</summary>
public enum SharingState
{
    /// <summary>Somebody who was asked has not signed, or nobody was asked yet.</summary>
    WaitingForSignature,

    /// <summary>Signed by all, and its first day is to come.</summary>
    Agreed,
    InForce,
    Ended,
}

/// <summary>What an agreement says, as one form holds it.</summary>
public sealed record SharingFacts(
    string What, string Safeguarding, string AccessRequests, string Breaches, DateOnly StartsOn, DateOnly EndsOn,
    string Assessment, string AssessmentLink, DateOnly AssessedOn, string PrivacyNotice, int RetentionMonths);

/// <summary>
/// That voice bodies share what they heard in one view of an area above places (rule R-B17): who leads, who answers for what, how long, and on which assessment.
/// The view includes what a body heard only while an agreement that all have signed holds; see <see cref="SharedView"/>.
/// </summary>
public sealed class SharingAgreement : IShownOnPages
{
    public const int WhatMaxLength = 1000;
    public const int LineMaxLength = 200;
    public const int LinkMaxLength = 500;
    public const int BecauseMaxLength = 500;
    public const int MostMonths = 120;

    /// <summary>A lead and at least one more.</summary>
    public const int FewestParties = 2;

    private SharingAgreement() { } // EF Core

    public SharingAgreement(Area area, Body lead, SharingFacts facts, Guid? madeBy, DateTimeOffset now)
    {
        if (!SharedView.IsShared(area.Level)) throw new ArgumentOutOfRangeException(nameof(area), area.Level, "Only areas above places have a view that is shared.");
        (Area, AreaId, Lead, LeadId, MadeById, MadeAt) = (area, area.Id, lead, lead.Id, madeBy, now);
        Parties.Add(new SharingParty(this, lead, now));
        Write(facts);
    }

    public long Id { get; private set; }
    public long AreaId { get; private set; }
    public Area Area { get; private set; } = null!;
    public long LeadId { get; private set; }
    public Body Lead { get; private set; } = null!;

    /// <summary>What is shared, in words that everybody reads.</summary>
    public string What { get; private set; } = "";

    /// <summary>Whom to tell when somebody may come to harm.</summary>
    public string Safeguarding { get; private set; } = "";

    /// <summary>Who answers people that ask what is held about them.</summary>
    public string AccessRequests { get; private set; } = "";

    /// <summary>Who answers for a breach.</summary>
    public string Breaches { get; private set; } = "";
    public DateOnly StartsOn { get; private set; }

    /// <summary>The first day on which it holds no more.</summary>
    public DateOnly EndsOn { get; private set; }

    /// <summary>The data protection impact assessment: its name or number, where it is, and when it was approved.</summary>
    public string Assessment { get; private set; } = "";
    public string AssessmentLink { get; private set; } = "";
    public DateOnly AssessedOn { get; private set; }

    /// <summary>The address of the privacy notice that tells people of the sharing.</summary>
    public string PrivacyNotice { get; private set; } = "";

    /// <summary>How long what is shared is kept.</summary>
    public int RetentionMonths { get; private set; }

    [Personal(DataClass.Profile)]
    public Guid? MadeById { get; private set; }
    public DateTimeOffset MadeAt { get; private set; }

    /// <summary>The first day on which it holds no more because somebody ended it before its time.</summary>
    public DateOnly? StoppedOn { get; private set; }
    public string? StoppedBecause { get; private set; }

    [Personal(DataClass.Profile)]
    public Guid? StoppedById { get; private set; }

    /// <summary>When the lead's people were told that it ends.</summary>
    public DateTimeOffset? ToldEndingAt { get; private set; }

    /// <summary>How often its text or its parties changed: a signature is for the text that was read.</summary>
    public int Edits { get; private set; }
    public int Version { get; private set; }

    public List<SharingParty> Parties { get; } = [];

    public IEnumerable<string> PageTags => [PageTag.Area(AreaId), PageTag.Lists];

    /// <summary>Everybody can see it once somebody besides the lead is asked.</summary>
    public bool IsPublic => Parties.Count >= FewestParties;

    public bool IsSigned => Parties.Count >= FewestParties && Parties.TrueForAll(p => p.HasSigned);

    /// <summary>Once somebody signed, the text stays, so that nobody has signed an earlier one.</summary>
    public bool CanChangeOn(DateOnly day) => StateOn(day) == SharingState.WaitingForSignature && !Parties.Exists(p => p.HasSigned);

    public bool HasEndedOn(DateOnly day) => EndsOn <= day || StoppedOn <= day;

    /// <summary>Whether somebody who acts for these bodies may end it: for the lead, or for one that shares.</summary>
    public bool MayStop(IReadOnlyCollection<long> bodies) => Parties.Exists(p => bodies.Contains(p.BodyId) && (p.BodyId == LeadId || p.HasSigned));

    public SharingState StateOn(DateOnly day) =>
        HasEndedOn(day) ? SharingState.Ended
        : !IsSigned ? SharingState.WaitingForSignature
        : day < StartsOn ? SharingState.Agreed
        : SharingState.InForce;

    public void Change(SharingFacts facts)
    {
        if (Parties.Exists(p => p.HasSigned)) throw new InvalidOperationException($"Agreement {Id} has been signed.");
        Write(facts);
        Touch(text: true);
    }

    /// <summary>Asks a body to sign it; the parties are loaded.</summary>
    public SharingParty Ask(Body body, DateTimeOffset now)
    {
        if (Parties.Exists(p => p.HasSigned || p.BodyId == body.Id)) throw new InvalidOperationException($"Agreement {Id} takes no more parties.");
        var party = new SharingParty(this, body, now);
        Parties.Add(party);
        Touch(text: true);
        return party;
    }

    /// <summary>Goes on without a body that has not signed; what others signed reaches no further by that. Where only the lead is left, nothing is agreed, and its signature goes too.</summary>
    public void GoOnWithout(SharingParty party)
    {
        if (party.HasSigned || party.BodyId == LeadId) throw new InvalidOperationException($"Party {party.Id} stays.");
        Parties.Remove(party);
        if (!IsPublic) Parties.FindAll(p => p.HasSigned).ForEach(p => p.TakeBack());
        Touch(text: false);
    }

    /// <summary>Ends it from a day on, before its time.</summary>
    public void Stop(string because, DateOnly on, Guid by)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(because);
        if (HasEndedOn(on)) throw new InvalidOperationException($"Agreement {Id} has ended.");
        (StoppedOn, StoppedBecause, StoppedById) = (on, because, by);
        Touch(text: false);
    }

    internal void ToldEnding(DateTimeOffset now) => ToldEndingAt ??= now;

    /// <summary>So that two people never change and sign in the same moment.</summary>
    internal void Touch(bool text)
    {
        if (text) Edits++;
        Version++;
    }

    private void Write(SharingFacts facts)
    {
        if (facts.EndsOn <= facts.StartsOn) throw new ArgumentOutOfRangeException(nameof(facts), facts.EndsOn, "An agreement ends after it starts.");
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(facts.RetentionMonths, nameof(facts));
        (What, Safeguarding, AccessRequests, Breaches, StartsOn, EndsOn) = (facts.What, facts.Safeguarding, facts.AccessRequests, facts.Breaches, facts.StartsOn, facts.EndsOn);
        (Assessment, AssessmentLink, AssessedOn, PrivacyNotice, RetentionMonths) = (facts.Assessment, facts.AssessmentLink, facts.AssessedOn, facts.PrivacyNotice, facts.RetentionMonths);
    }
}

/// <summary>A body that shares, or is asked to: the lead and its partners. Each signs by one of its people, or says why not.</summary>
public sealed class SharingParty : Signatory
{
    private SharingParty() { } // EF Core

    internal SharingParty(SharingAgreement agreement, Body body, DateTimeOffset now)
        : base(body, now) => (Agreement, AgreementId) = (agreement, agreement.Id);

    public long AgreementId { get; private set; }
    public SharingAgreement Agreement { get; private set; } = null!;

    public override IEnumerable<string> PageTags => [PageTag.Lists];

    internal void TakeBack() => Unsign();

    /// <summary>The agreement is loaded with its parties: the lead does not sign alone.</summary>
    public override void Sign(Guid by, DateTimeOffset now)
    {
        if (!Agreement.IsPublic || Agreement.HasEndedOn(UkTime.Day(now))) throw new InvalidOperationException($"Agreement {AgreementId} cannot be signed.");
        base.Sign(by, now);
        Agreement.Touch(text: false);
    }
}

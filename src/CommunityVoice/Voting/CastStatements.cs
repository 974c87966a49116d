namespace CommunityVoice.Voting;

/// <summary>The statements of the hot path, in SQL that both databases read.</summary>
internal static class CastStatements
{
    public const string Ballot = """SELECT "ClosedSealAt" FROM "Ballots" WHERE "Id" = @p0""";
    public const string Paper = """SELECT "Choices", "Receipt", "Revision" FROM "BallotPapers" WHERE "BallotId" = @p0 AND "ParticipantId" = @p1""";
    public const string Pass = """SELECT "Tier" FROM "VoterPasses" WHERE "BallotId" = @p0 AND "ParticipantId" = @p1""";

    public const string AddPaper = """
        INSERT INTO "BallotPapers" ("BallotId", "ParticipantId", "Choices", "Receipt", "CastAt", "FirstCastAt", "Revision", "Tier", "OwesReceipt") VALUES (@p0, @p1, @p2, @p3, @p4, @p4, 1, @p5, @p6)
        """;

    public const string AddEntry = """
        INSERT INTO "LedgerEntries" ("BallotId", "Commitment", "Choices", "Supersedes", "ReceiptHash") VALUES (@p0, @p1, @p2, @p3, @p4)
        """;

    public const string AddLetter = """
        INSERT INTO "Letters" ("Id", "To", "Kind", "Subject", "Text", "Html", "WrittenAt", "Tries") VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, 0)
        """;

    /// <summary>
    /// Papers of people with an account on one ballot (@p1), with their key, participant, choices, receipt, revision and tier: of those whose participant
    /// has the voice and the area that they have now. Ends in the key.
    /// </summary>
    public const string OfPerson = """
        SELECT o."Id", p."Id", b."Choices", b."Receipt", b."Revision", v."Tier" FROM "People" o JOIN "ParticipantLinks" l ON l."PersonId" = o."Id"
        JOIN "Participants" p ON p."Id" = l."ParticipantId" AND p."Voice" = o."Voice" AND (p."AreaId" = o."AreaId" OR (p."AreaId" IS NULL AND o."AreaId" IS NULL))
        LEFT JOIN "BallotPapers" b ON b."BallotId" = @p1 AND b."ParticipantId" = p."Id" LEFT JOIN "VoterPasses" v ON v."BallotId" = @p1 AND v."ParticipantId" = p."Id"
        WHERE o."Id"
        """;

    /// <summary>The same of participants.</summary>
    public const string OfParticipant = """
        SELECT p."Id", p."Id", b."Choices", b."Receipt", b."Revision", v."Tier" FROM "Participants" p
        LEFT JOIN "BallotPapers" b ON b."BallotId" = @p1 AND b."ParticipantId" = p."Id" LEFT JOIN "VoterPasses" v ON v."BallotId" = @p1 AND v."ParticipantId" = p."Id"
        WHERE p."Id"
        """;

    public static readonly GateTable PutPapers = new(
        "BallotPapers",
        """
        ON CONFLICT ("BallotId", "ParticipantId") DO UPDATE SET "Choices" = excluded."Choices", "Receipt" = excluded."Receipt", "CastAt" = excluded."CastAt",
        "Revision" = excluded."Revision", "Tier" = excluded."Tier", "WithdrawnAt" = excluded."WithdrawnAt", "OwesReceipt" = excluded."OwesReceipt"
        """,
        ("BallotId", typeof(long)), ("ParticipantId", typeof(Guid)), ("Choices", typeof(string)), ("Receipt", typeof(string)), ("CastAt", typeof(DateTimeOffset)), ("FirstCastAt", typeof(DateTimeOffset)),
        ("Revision", typeof(int)), ("Tier", typeof(string)), ("WithdrawnAt", typeof(DateTimeOffset?)), ("OwesReceipt", typeof(bool)));

    public static readonly GateTable AddEntries = new(
        "LedgerEntries", "", ("BallotId", typeof(long)), ("Commitment", typeof(string)), ("Choices", typeof(string)), ("Supersedes", typeof(string)), ("ReceiptHash", typeof(string)));

    public const string CountPriority = """UPDATE "Priorities" SET "Dots" = "Dots" + @p0, "People" = "People" + @p1 WHERE "Id" = @p2""";
    public const string CountBallot = """UPDATE "Ballots" SET "Papers" = "Papers" + @p0 WHERE "Id" = @p1""";

    public const string RevisePaper = """
        UPDATE "BallotPapers" SET "Choices" = @p0, "CastAt" = @p1, "WithdrawnAt" = @p2, "Tier" = @p3, "Revision" = @p4
        WHERE "BallotId" = @p5 AND "ParticipantId" = @p6
        """;

    public const string Mark = """SELECT "Value", "Revision" FROM "Marks" WHERE "PriorityId" = @p0 AND "ParticipantId" = @p1""";

    public const string PutMark = """
        INSERT INTO "Marks" ("BallotId", "PriorityId", "ParticipantId", "Value", "Revision") VALUES (@p0, @p1, @p2, @p3, @p4)
        ON CONFLICT ("PriorityId", "ParticipantId") DO UPDATE SET "Value" = excluded."Value", "Revision" = excluded."Revision"
        """;

    public const string CountMark = """
        UPDATE "Priorities" SET "People" = "People" + @p0, "Agree" = "Agree" + @p1, "Disagree" = "Disagree" + @p2, "Pass" = "Pass" + @p3 WHERE "Id" = @p4
        """;
}

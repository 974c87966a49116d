using System.Text.RegularExpressions;

namespace CommunityVoice.Bodies;

/// <summary>
/// How registers know an organisation, as org-id.guide writes it and grants data asks for it: the register and the number in it, such as GB-CHC-1164883
/// (rule R-H12). Several bodies may be parts of one registered organisation.
/// </summary>
public static partial class OrganisationId
{
    public const int MaxLength = 40;

    private static readonly Dictionary<string, (Func<string, bool> IsNumber, string Shape)> Registers = new(StringComparer.Ordinal)
    {
        ["GB-CHC"] = (n => Charity().IsMatch(n), "a charity number of England and Wales has 6 or 7 digits, such as GB-CHC-1164883"),
        ["GB-COH"] = (n => Company().IsMatch(n), "a company number has 8 characters, such as GB-COH-09668396 or GB-COH-IP012345"),
        ["GB-SC"] = (n => ScottishCharity().IsMatch(n), "a charity number of Scotland is SC and 6 digits, such as GB-SC-SC012345"),
        ["GB-NIC"] = (n => NorthernCharity().IsMatch(n), "a charity number of Northern Ireland has 6 digits, such as GB-NIC-100002"),
        ["GB-LAE"] = (n => Authority().IsMatch(n), "the code of an English local authority has 3 letters, such as GB-LAE-TRF"),
        ["GB-NHS"] = (n => HealthCode().IsMatch(n), "the code of a health organisation has 3 to 6 letters and digits, such as GB-NHS-QOP"),
    };

    /// <summary>In its usual form; none where it cannot be one.</summary>
    public static string? Read(string text)
    {
        var (register, number) = Parts(text);
        return Registers.TryGetValue(register, out var known) && known.IsNumber(number) ? $"{register}-{number}" : null;
    }

    /// <summary>What is wrong with it, in words.</summary>
    public static string Fault(string text) => Registers.TryGetValue(Parts(text).Register, out var known)
        ? $"Check the number: {known.Shape}"
        : $"Begin with the register: {string.Join(", ", Registers.Keys.SkipLast(1))} or {Registers.Keys.Last()}";

    /// <summary>The register and the number in it.</summary>
    public static (string Register, string Number) Parts(string text)
    {
        var parts = text.Trim().ToUpperInvariant().Replace(" ", "", StringComparison.Ordinal).Split('-', 3);
        return parts is [var country, var register, var number] ? ($"{country}-{register}", number) : ("", "");
    }

    /// <summary>What a register counts, in one word or two.</summary>
    public static string Kind(string register) => register switch
    {
        "GB-CHC" or "GB-SC" or "GB-NIC" => "charity",
        "GB-COH" => "company",
        "GB-LAE" => "local authority",
        "GB-NHS" => "health organisation",
        _ => "register",
    };

    [GeneratedRegex("^[1-9][0-9]{5,6}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Charity();

    [GeneratedRegex("^([0-9]{8}|[A-Z]{2}[0-9]{6}|[A-Z]{2}[0-9]{5}[A-Z])$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Company();

    [GeneratedRegex("^SC[0-9]{6}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ScottishCharity();

    [GeneratedRegex("^[0-9]{6}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NorthernCharity();

    [GeneratedRegex("^[A-Z]{3}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Authority();

    [GeneratedRegex("^[A-Z0-9]{3,6}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HealthCode();
}

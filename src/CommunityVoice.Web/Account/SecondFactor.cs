using CommunityVoice.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CommunityVoice.Web.Account;

/// <summary>What became of a code for the second step.</summary>
public enum SecondFactorOutcome
{
    Right,
    Wrong,

    /// <summary>Guessed too often; it can be tried again in some minutes.</summary>
    Locked,
}

/// <summary>The second step of signing in: a time-based code from a phone, or one of ten recovery codes.</summary>
public sealed class SecondFactor(UserManager<Person> people, IOptions<SiteOptions> site)
{
    private const int RecoveryCodes = 10;
    private const string Provider = "CommunityVoice";
    private const string LastCode = "last-code";

    /// <summary>The key for the phone, made on first use.</summary>
    public async Task<string> KeyAsync(Person person)
    {
        if (await people.GetAuthenticatorKeyAsync(person) is { Length: > 0 } key) return key;
        await people.ResetAuthenticatorKeyAsync(person);
        return (await people.GetAuthenticatorKeyAsync(person))!;
    }

    /// <summary>What the picture for the phone says.</summary>
    public string Address(Person person, string key)
    {
        var name = Uri.EscapeDataString(site.Value.Name);
        return $"otpauth://totp/{name}:{Uri.EscapeDataString(person.Email!)}?secret={key}&issuer={name}&digits=6";
    }

    /// <summary>Takes the first code from the phone and answers the recovery codes; none when the code is wrong.</summary>
    public async Task<IReadOnlyList<string>?> SetUpAsync(Person person, string code)
    {
        if (await TryAsync(person, code) != SecondFactorOutcome.Right) return null;
        await people.SetTwoFactorEnabledAsync(person, true);
        return await NewRecoveryCodesAsync(person);
    }

    public async Task<IReadOnlyList<string>> NewRecoveryCodesAsync(Person person) =>
        [.. await people.GenerateNewTwoFactorRecoveryCodesAsync(person, RecoveryCodes) ?? []];

    /// <summary>Takes a code once: the same one does not work again. Five wrong ones lock the step for five minutes.</summary>
    public async Task<SecondFactorOutcome> TryAsync(Person person, string typed)
    {
        if (await people.IsLockedOutAsync(person)) return SecondFactorOutcome.Locked;
        var code = new string([.. typed.Where(c => !char.IsWhiteSpace(c))]);
        if (await IsRightAsync(person, code))
        {
            await people.ResetAccessFailedCountAsync(person);
            return SecondFactorOutcome.Right;
        }
        await people.AccessFailedAsync(person);
        return SecondFactorOutcome.Wrong;
    }

    private async Task<bool> IsRightAsync(Person person, string code)
    {
        if (code.Length != 6 || !code.All(char.IsAsciiDigit))
            return person.TwoFactorEnabled && (await people.RedeemTwoFactorRecoveryCodeAsync(person, code)).Succeeded;
        if (code == await people.GetAuthenticationTokenAsync(person, Provider, LastCode)) return false;
        if (!await people.VerifyTwoFactorTokenAsync(person, people.Options.Tokens.AuthenticatorTokenProvider, code)) return false;
        await people.SetAuthenticationTokenAsync(person, Provider, LastCode, code);
        return true;
    }
}

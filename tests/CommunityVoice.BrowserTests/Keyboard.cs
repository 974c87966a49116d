namespace CommunityVoice.BrowserTests;

/// <summary>Gets about a page by keys alone, and fails where a control cannot be reached or does not show that it has focus.</summary>
public static class Keyboard
{
    private const string HasFocus = "e => e === document.activeElement";

    // A ring, a shadow or another background: whatever it is, it must be there.
    private const string ShowsFocus = """
        e => {
            const box = e.closest('label') ?? e;
            const shown = x => { const s = getComputedStyle(x); return s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0 || s.boxShadow !== 'none'; };
            return shown(e) || shown(box) || (e.nextElementSibling !== null && (shown(e.nextElementSibling) || getComputedStyle(e.nextElementSibling, '::before').boxShadow !== 'none'));
        }
        """;

    /// <summary>Presses Tab until the control has focus.</summary>
    public static async Task ReachAsync(IPage page, ILocator target)
    {
        await target.WaitForAsync();
        for (var presses = 0; presses < 300; presses++)
        {
            if (await target.EvaluateAsync<bool>(HasFocus))
            {
                Assert.True(await target.EvaluateAsync<bool>(ShowsFocus), $"{target} has focus but does not show it.");
                return;
            }
            await page.Keyboard.PressAsync("Tab");
        }
        Assert.Fail($"{target} cannot be reached by pressing Tab.");
    }

    /// <summary>Picks a radio button by arrows, as Tab only enters its group; ticks a box by the space bar.</summary>
    public static async Task ChooseAsync(IPage page, ILocator field)
    {
        if (await field.GetAttributeAsync("type") != "radio")
        {
            await ReachAsync(page, field);
            if (!await field.IsCheckedAsync()) await page.Keyboard.PressAsync("Space");
            return;
        }
        var name = await field.GetAttributeAsync("name");
        var group = page.Locator($"input[type=radio][name='{name}']");
        var entry = await group.And(page.Locator(":checked")).CountAsync() > 0 ? group.And(page.Locator(":checked")) : group.First;
        await ReachAsync(page, entry);
        if (await entry.EvaluateAsync<bool>("e => !e.checked")) await page.Keyboard.PressAsync("Space");
        for (var left = await group.CountAsync(); left > 0 && !await field.IsCheckedAsync(); left--) await page.Keyboard.PressAsync("ArrowDown");
        Assert.True(await field.IsCheckedAsync(), $"{field} cannot be picked by the arrow keys.");
    }
}

using System.Globalization;
using CommunityVoice.Content;
using CommunityVoice.Recommendations;

namespace CommunityVoice.Tests.Recommendations;

public sealed class WorkingDaysTests
{
    private static readonly string List = File.ReadAllText(Path.Combine(ContentLibrary.DefaultFolder, "bank-holidays.txt"));
    private static readonly WorkingDays England = new(BankHolidays.Read("bank-holidays.txt", List));

    [Theory]
    [InlineData("2026-06-09", "2026-07-07", "a Tuesday in a month without holidays")]
    [InlineData("2026-06-06", "2026-07-03", "sent on a Saturday, the count begins on Monday")]
    [InlineData("2026-03-20", "2026-04-21", "Good Friday and Easter Monday")]
    [InlineData("2024-03-28", "2024-04-29", "the day before Good Friday")]
    [InlineData("2025-04-10", "2025-05-13", "Easter late in April, and the first bank holiday of May")]
    [InlineData("2027-03-10", "2027-04-09", "Easter in March")]
    [InlineData("2028-04-03", "2028-05-04", "Easter in the middle of April, and the first bank holiday of May")]
    [InlineData("2029-03-20", "2029-04-19", "Good Friday in March, Easter Monday in April")]
    [InlineData("2030-04-10", "2030-05-13", "Easter late in April, and the first bank holiday of May")]
    [InlineData("2024-12-12", "2025-01-14", "Christmas on a Wednesday, and New Year")]
    [InlineData("2025-12-11", "2026-01-13", "Christmas on a Thursday, and New Year")]
    [InlineData("2027-12-01", "2027-12-31", "Christmas at a weekend: Monday and Tuesday are off instead")]
    [InlineData("2026-12-10", "2027-01-12", "Christmas, Boxing Day on a Monday instead, and New Year")]
    [InlineData("2027-12-20", "2028-01-20", "a New Year's Day that moved to the Monday")]
    [InlineData("2028-12-11", "2029-01-11", "Christmas on a Monday, and New Year")]
    [InlineData("2029-12-12", "2030-01-14", "Christmas on a Tuesday, and New Year")]
    [InlineData("2030-11-29", "2030-12-31", "Christmas on a Wednesday, in the last year that is known")]
    [InlineData("2026-04-24", "2026-05-26", "both bank holidays of May")]
    [InlineData("2025-08-04", "2025-09-02", "the summer bank holiday")]
    [InlineData("2026-03-28", "2026-04-28", "sent on the day before the clocks change")]
    public void Twenty_working_days_are_counted_from_the_day_after(string sent, string due, string because) =>
        Assert.True(England.DueAfter(Day(sent)) == Day(due), $"{because}: {England.DueAfter(Day(sent)):yyyy-MM-dd}");

    [Fact]
    public void Every_listed_day_and_no_other_follows_from_the_rules_of_england()
    {
        var listed = List.Split('\n').Where(l => l.Length > 0 && l[0] != '#').Select(l => Day(l[..10])).ToList();

        Assert.Equal(Enumerable.Range(2024, 7).SelectMany(ByRule).Order(), listed);
        Assert.Equal(7 * 8, listed.Distinct().Count());
    }

    [Fact]
    public void One_more_holiday_moves_the_date_by_one_working_day()
    {
        var withOneOff = new WorkingDays(BankHolidays.Read("x", List, [Day("2026-06-19")]));

        Assert.Equal(Day("2026-07-07"), England.DueAfter(Day("2026-06-09")));
        Assert.Equal(Day("2026-07-08"), withOneOff.DueAfter(Day("2026-06-09")));
    }

    [Fact]
    public void Paused_days_do_not_count()
    {
        Assert.Equal(Day("2026-07-14"), England.DueAfter(Day("2026-06-09"), new DaysOff(Day("2026-06-15"), Day("2026-06-19"))));
        Assert.Equal(Day("2026-07-07"), England.DueAfter(Day("2026-06-09"), new DaysOff(Day("2026-06-13"), Day("2026-06-14")))); // a weekend
        Assert.Equal(Day("2026-07-14"), England.DueAfter(Day("2026-06-09"), new DaysOff(Day("2026-06-15"), Day("2026-06-18")), new(Day("2026-06-17"), Day("2026-06-19"))));
    }

    [Fact]
    public void No_date_is_set_that_needs_a_year_whose_holidays_are_not_known()
    {
        Assert.Equal(Day("2030-12-31"), England.After(Day("2030-12-02"), 19));
        Assert.Null(England.DueAfter(Day("2030-12-02")));
        Assert.Null(England.DueAfter(Day("2031-06-02")));
        Assert.Null(England.DueAfter(Day("2023-12-01")));
        // A one-off day in a later year does not make that year known.
        Assert.Null(new WorkingDays(BankHolidays.Read("x", List, [Day("2031-05-09")])).DueAfter(Day("2031-04-01")));
    }

    [Fact]
    public void Working_days_between_two_days_count_the_last_and_not_the_first()
    {
        Assert.Equal(5, England.Between(Day("2026-06-08"), Day("2026-06-15")));
        Assert.Equal(0, England.Between(Day("2026-06-15"), Day("2026-06-08")));
        Assert.Equal(20, England.Between(Day("2026-12-10"), Day("2027-01-12")));
    }

    [Theory]
    [InlineData("25 December Christmas", "line 1")]
    [InlineData("# nothing but notes", "lists no holiday")]
    public void A_list_that_cannot_be_read_is_refused(string text, string because) =>
        Assert.Contains(because, Assert.Throws<InvalidDataException>(() => BankHolidays.Read("ours.txt", text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Another_country_brings_its_own_list()
    {
        var scotland = new WorkingDays(BankHolidays.Read("scotland.txt", "2026-01-01 New Year's Day\n2026-01-02 2nd January\n"), daysToAnswer: 5);

        Assert.Equal(Day("2026-01-09"), scotland.DueAfter(Day("2026-01-01")));
    }

    // The rules themselves, and Easter by the anonymous Gregorian computation.
    private static IEnumerable<DateOnly> ByRule(int year)
    {
        var newYear = new DateOnly(year, 1, 1);
        yield return IsWeekend(newYear) ? Monday(newYear, 1) : newYear;
        yield return Easter(year).AddDays(-2);
        yield return Easter(year).AddDays(1);
        yield return Monday(new DateOnly(year, 5, 1), 1);
        yield return Monday(new DateOnly(year, 5, 31), -1);
        yield return Monday(new DateOnly(year, 8, 31), -1);
        var christmas = new DateOnly(year, 12, 25);
        DateOnly[] days = christmas.DayOfWeek switch
        {
            DayOfWeek.Friday => [christmas, christmas.AddDays(3)],
            DayOfWeek.Saturday => [christmas.AddDays(2), christmas.AddDays(3)],
            DayOfWeek.Sunday => [christmas.AddDays(1), christmas.AddDays(2)],
            _ => [christmas, christmas.AddDays(1)],
        };
        foreach (var day in days) yield return day;
    }

    private static DateOnly Easter(int year)
    {
        var (golden, century) = (year % 19, year / 100);
        var epact = (century - century / 4 - (8 * century + 13) / 25 + 19 * golden + 15) % 30;
        var moon = epact - epact / 28 * (1 - epact / 28 * (29 / (epact + 1)) * ((21 - golden) / 11));
        var weekday = (year + year / 4 + moon + 2 - century + century / 4) % 7;
        var day = moon - weekday;
        var month = 3 + (day + 40) / 44;
        return new(year, month, day + 28 - 31 * (month / 4));
    }

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private static DateOnly Monday(DateOnly from, int step)
    {
        while (from.DayOfWeek != DayOfWeek.Monday) from = from.AddDays(step);
        return from;
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}

using CommunityVoice.Analysis.Text;

namespace CommunityVoice.Tests.Analysis;

/// <summary>What is pointed out before somebody publishes, and what people may write without being bothered (rule R-C10).</summary>
public sealed class PersonalDetailsTests
{
    [Theory]
    [InlineData("I saw Dr Smith about it.", "Dr Smith")]
    [InlineData("I saw Dr. Smith about it.", "Dr. Smith")]
    [InlineData("Doctor Okonkwo was kind", "Doctor Okonkwo")]
    [InlineData("Mrs O'Brien at the desk would not help", "Mrs O'Brien")]
    [InlineData("the nurse Jane shouted at him", "nurse Jane")]
    [InlineData("nurse Jane shouted at him", "nurse Jane")]
    [InlineData("a nurse called Jane shouted", "nurse called Jane")]
    [InlineData("Sister Agnes ran the ward", "Sister Agnes")]
    [InlineData("Our health visitor Sue never came", "health visitor Sue")]
    [InlineData("my social worker, Ann, left", "social worker, Ann")]
    [InlineData("The receptionist Linda hung up", "receptionist Linda")]
    [InlineData("Professor Jean-Luc Martin operated", "Professor Jean-Luc Martin")]
    [InlineData("Ask Ms Łukasz", "Ms Łukasz")]
    public void A_person_named_by_title_or_job_is_pointed_out(string text, string words) =>
        Assert.Equal([(PersonalDetail.StaffName, words)], PersonalDetails.In(text));

    [Theory]
    [InlineData("It happened on 3 March 2026.", "3 March 2026")]
    [InlineData("on the 3rd of March", "3rd of March")]
    [InlineData("On 12th june my mother fell", "12th june")]
    [InlineData("March 3rd was worst", "March 3rd")]
    [InlineData("seen on 03/03/2026", "03/03/2026")]
    [InlineData("seen on 3.3.26", "3.3.26")]
    [InlineData("since 2026-03-03", "2026-03-03")]
    [InlineData("born 5 Dec 1940", "5 Dec 1940")]
    [InlineData("I rang at 14:37 and waited", "14:37")]
    [InlineData("the doctor came at 2.52 am", "2.52 am")]
    [InlineData("on 3 March at 9am I rang", "3 March at 9am")]
    public void A_day_or_a_time_to_the_minute_is_pointed_out(string text, string words) =>
        Assert.Equal([(PersonalDetail.ExactTime, words)], PersonalDetails.In(text));

    [Theory]
    [InlineData("I saw a nurse. She was kind, and the doctor too.")]
    [InlineData("The nurse Monday to Friday, the doctor on Tuesdays")]
    [InlineData("A Nurse Practitioner could do that, or a Nurse Specialist")]
    [InlineData("We need more carers. Carers UK says so.")]
    [InlineData("Carer Support Group meets here")]
    [InlineData("Dr Gray’s Hospital is too far")]
    [InlineData("I go to Dr Smith's Surgery in the high street")]
    [InlineData("Sister Dora Road has no crossing")]
    [InlineData("The midwife. The matron. The GP! They all said no.")]
    [InlineData("My GP And my pharmacist agree")]
    [InlineData("the GP I saw")]
    [InlineData("you miss Monday’s bus")]
    [InlineData("GP appointments, GP Services and the NHS")]
    [InlineData("The GP in Weirside is full")]
    [InlineData("Drive slower. Dresses are sold there.")]
    [InlineData("social workers In Rivermead are few")]
    [InlineData("Phones open at 8am and are full by 8:05")]
    [InlineData("Open 9:00 to 17:30, closed at 12.30pm")]
    [InlineData("the 8:12 bus never comes, nor the 7:43 train")]
    [InlineData("24/7 care, and 1/2 an hour each way")]
    [InlineData("In March 2026 it was worse than in May")]
    [InlineData("I may wait 3 may be 4 weeks")]
    [InlineData("In March 10 people were turned away")]
    [InlineData("Between 2019 and 2026, 12 of 31 closed")]
    [InlineData("It costs £2.52 or £14.37 pm")]
    [InlineData("version 1.2 of section 3.4, paragraph 5")]
    [InlineData("ward 7, room 12:1, ratio 1:4")]
    [InlineData("We waited from Tuesday to the next Thursday")]
    [InlineData("half past two on a Sunday afternoon")]
    [InlineData("10 decent buses and 5 octopuses")]
    public void What_names_nobody_and_no_exact_time_is_left_alone(string text) => Assert.Empty(PersonalDetails.In(text));

    [Fact]
    public void A_long_text_is_read_in_a_moment()
    {
        var text = string.Concat(Enumerable.Repeat("The nurse Jane came on 3 March at 9am; Dr A’B-C’D-E’F Gray’s and 12.12.12.12.12 and Miss ", 120));

        Assert.True(PersonalDetails.In(text).Count > 120);
    }
}

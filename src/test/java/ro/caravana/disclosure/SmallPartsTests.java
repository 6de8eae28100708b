package ro.caravana.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SmallPartsTests {
    private static SmallParts day(Integer... persons) {
        return SmallParts.of(List.of(persons), 5);
    }

    private static boolean tells(SmallParts... days) {
        return SmallParts.ofGroups(List.of(days), 5).giveAway(5);
    }

    @Test
    void onlyWhatIsUnderTheThresholdIsSmall() {
        assertThat(day(52, 5, 4, 3)).isEqualTo(new SmallParts(2, 7));
        assertThat(day(52, 5)).isEqualTo(new SmallParts(0, 0));
    }

    @Test
    void oneHiddenPartFollowsFromItsTotalAndSeveralWhereTheyAreFewTogether() {
        assertThat(day(52, 3).giveAway(5)).isTrue();
        assertThat(day(52, 2, 2).giveAway(5)).isTrue();
        assertThat(day(52, 3, 2).giveAway(5)).isFalse();
        assertThat(day(52).giveAway(5)).isFalse();
    }

    /**
     * The year less the totals that are shown is the one day whose total is not:
     *
     * <pre>
     * Monday    52 + ? + 5   total hidden
     * Tuesday   40 + ? + ?   total 47
     * both                   107: Monday is 107 − 47 = 60, its hidden visit 60 − 52 − 5 = 3
     * </pre>
     */
    @Test
    void theOneDayWhoseTotalIsHiddenFollowsFromTheYear() {
        assertThat(tells(day(52, 3, 5), day(40, 3, 4))).isTrue();
        assertThat(tells(day(52, 2), day(40, 2), day(40, 3, 4))).isTrue();
        assertThat(tells(day(52, 3), day(40, 2))).isFalse();
        assertThat(tells(day(52, 3, 4), day(40, 3, 4))).isFalse();
        assertThat(tells(day(52), day(40))).isFalse();
    }
}

package ro.caravana.statistics.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import ro.caravana.statistics.CaseCategory;

class CaseRowTests {
    private static final LocalDate DAY = LocalDate.of(2026, 9, 30);
    private static final CaseRow ROW =
            new CaseRow(202, 200, CaseCategory.NO_ID, new AgeBand(18, 34), Sex.FEMALE, DAY, 7);

    @Test
    void everythingThatTellsRowsApartChangesTheKey() {
        assertThat(new long[] {
                    ROW.key(),
                    new CaseRow(203, 200, CaseCategory.NO_ID, new AgeBand(18, 34), Sex.FEMALE, DAY, 7).key(),
                    new CaseRow(202, 200, CaseCategory.EXPIRED_ID, new AgeBand(18, 34), Sex.FEMALE, DAY, 7).key(),
                    new CaseRow(202, 200, CaseCategory.NO_ID, new AgeBand(17, 34), Sex.FEMALE, DAY, 7).key(),
                    new CaseRow(202, 200, CaseCategory.NO_ID, new AgeBand(18, 120), Sex.FEMALE, DAY, 7).key(),
                    new CaseRow(202, 200, CaseCategory.NO_ID, AgeBand.UNKNOWN, Sex.FEMALE, DAY, 7).key(),
                    new CaseRow(202, 200, CaseCategory.NO_ID, new AgeBand(18, 34), Sex.UNKNOWN, DAY, 7).key(),
                    new CaseRow(202, 200, CaseCategory.NO_ID, new AgeBand(18, 34), Sex.FEMALE, DAY.plusDays(1), 7).key()
                })
                .doesNotHaveDuplicates();
    }

    @Test
    void theCountDoesNotChangeTheKey() {
        assertThat(new CaseRow(202, 200, CaseCategory.NO_ID, new AgeBand(18, 34), Sex.FEMALE, DAY, 8).key())
                .isEqualTo(ROW.key());
    }

    @Test
    void aDaysKeysLieBetweenItsFirstAndTheNextDaysFirst() {
        CaseRow last = new CaseRow(1_048_575, 1, CaseCategory.NON_TRANSPORTABLE, AgeBand.UNKNOWN, Sex.UNKNOWN, DAY, 1);
        assertThat(ROW.key()).isGreaterThan(CaseRow.firstKeyOf(DAY));
        assertThat(last.key()).isLessThan(CaseRow.firstKeyOf(DAY.plusDays(1)));
    }

    /** Keys are stored: whoever reorders these makes every stored count somebody else's. */
    @Test
    void storedOrdersNeverChange() {
        assertThat(Arrays.stream(CaseCategory.values()).map(Enum::name))
                .startsWith(
                        "NO_ID",
                        "EXPIRED_ID",
                        "DAMAGED_ID",
                        "FIRST_ID_14",
                        "NO_BIRTH_CERTIFICATE",
                        "TEMPORARY_ID",
                        "NON_TRANSPORTABLE");
        assertThat(CaseCategory.values()).hasSizeLessThanOrEqualTo(8);
        assertThat(Sex.values()).containsExactly(Sex.MALE, Sex.FEMALE, Sex.UNKNOWN);
    }
}

package ro.caravana.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintedHoursTests {
    private static final int NINE = 32_400;

    private static PrintedHours hours(int from, int to) {
        return PrintedHours.of(NINE + from * 60, NINE + to * 60);
    }

    @Test
    void theStartIsRoundedUpAndTheEndDown() {
        assertThat(hours(7, 223)).isEqualTo(hours(15, 210));
        assertThat(hours(0, 60)).isEqualTo(new PrintedHours(NINE, NINE + 3_600));
        assertThat(PrintedHours.of(NINE + 1, NINE + 1_800)).isEqualTo(hours(15, 30));
    }

    @Test
    void aVisitThatHoldsNoQuarterKeepsItsMinutes() {
        assertThat(hours(7, 25)).isEqualTo(new PrintedHours(NINE + 420, NINE + 1_500));
        assertThat(hours(1, 14)).isEqualTo(new PrintedHours(NINE + 60, NINE + 840));
    }
}

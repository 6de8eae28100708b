package ro.caravana.planning.instance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A place is one however it is written, and a date is one of the calendar. */
class PlacesTests {
    @Test
    void aPointerAndItsStepsAreTheSamePlace() {
        long visit = Places.element(Places.member(Places.ROOT, "visits"), 99_999);
        assertThat(Places.of("/visits/99999/after/visit"))
                .isEqualTo(Places.member(Places.member(visit, "after"), "visit"));
        assertThat(Places.below(visit, "after/visit")).isEqualTo(Places.of("/visits/99999/after/visit"));
        assertThat(Places.of("")).isEqualTo(Places.ROOT);
        assertThat(Places.of("/visits/0")).isEqualTo(Places.element(Places.member(Places.ROOT, "visits"), 0));
    }

    @Test
    void eachPlaceIsNewOnce() {
        Places places = new Places();
        int fresh = 0;
        for (int turn = 0; turn < 2; turn++) {
            for (int i = 0; i < 20_000; i++) {
                fresh += places.add(Places.of("/visits/" + i + "/site")) ? 1 : 0;
                fresh += places.add(Places.of("/visits/" + i + "/to")) ? 1 : 0;
            }
        }
        assertThat(fresh).isEqualTo(40_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2027-02-29", "2027-13-01", "2027-00-01", "2027-01-00", "2027-1-01", "20270101", "2027-01-0x", ""
            })
    void whatIsNoDayIsNone(String text) {
        assertThat(IsoDate.find(text)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2028-02-29", "1900-01-01", "2999-12-31"})
    void aDayIsReadAsTheLibraryWouldReadIt(String text) {
        assertThat(IsoDate.find(text)).isEqualTo(LocalDate.parse(text));
    }
}

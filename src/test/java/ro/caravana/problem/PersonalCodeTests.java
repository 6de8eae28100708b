package ro.caravana.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalCodeTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1960229123456",
                "la poartă: 2 960229 123456.",
                "1.960229.12.3456",
                "1960229-123456",
                "1960229\u00a0123456"
            })
    void isSeenHoweverItIsWritten(String text) {
        assertThat(PersonalCode.isIn(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0264 000 000",
                "0040 264 000 000",
                "0040264000000",
                "18.03.2027-20.03.2027",
                "19602291234567",
                "196022912345"
            })
    void otherNumbersAreNone(String text) {
        assertThat(PersonalCode.isIn(text)).isFalse();
    }
}

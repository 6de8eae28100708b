package ro.caravana.fieldwork;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CountsTextTests {
    /** frontend/test holds the phone to the same text and hash. */
    @Test
    void theSignedTextHasOneLinePerFigureAndNoZeros() {
        assertThat(CountsText.text(Reports.VISIT, Reports.served(20))).isEqualTo("""
                        fees=1
                        metres=48500
                        missing.HOUSING=2
                        photos=20
                        sentBack.NO_HOUSING_DOCUMENT=3
                        served.NO_ID=20
                        visit=plan-1.v57715-1""");
        assertThat(CountsText.sha256(Reports.VISIT, Reports.served(20)))
                .isEqualTo("95c3f234f2debdc95d441e38984c77c494b943f25d776fcc9a47225ff013b2e5")
                .isNotEqualTo(CountsText.sha256(Reports.VISIT, Reports.served(21)));
    }
}

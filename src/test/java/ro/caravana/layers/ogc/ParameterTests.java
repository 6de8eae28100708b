package ro.caravana.layers.ogc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import ro.caravana.layers.LayerProblem;

class ParameterTests {
    @Test
    void fourNumbersAreABox() {
        assertThat(BboxParameter.parse("22.6,46.4,24.2,47.3")).containsExactly(new Envelope(22.6, 24.2, 46.4, 47.3));
    }

    @Test
    void sixNumbersAreABoxWithHeightsThatNobodyUses() {
        assertThat(BboxParameter.parse("22.6,46.4,-100,24.2,47.3,3000"))
                .containsExactly(new Envelope(22.6, 24.2, 46.4, 47.3));
    }

    @Test
    void westGreaterThanEastSpansTheAntimeridian() {
        assertThat(BboxParameter.parse("170,-10,-170,10"))
                .containsExactly(new Envelope(170, 180, -10, 10), new Envelope(-180, -170, -10, 10));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1,2,3",
                "1,2,3,4,5",
                "1,2,3,4,5,6,7",
                "a,b,c,d",
                "1,2,3,NaN",
                "1,2,3,Infinity",
                "1,2,,4",
                "1,5,3,4",
                "1,2,3,91",
                "-181,2,3,4",
                "1;2;3;4"
            })
    void whatIsNoBoxIsRefused(String text) {
        assertThatExceptionOfType(LayerProblem.BadParameter.class)
                .isThrownBy(() -> BboxParameter.parse(text))
                .satisfies(problem -> assertThat(problem.status()).isEqualTo(400));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2027-03-01",
                "2027-03-01T08:00:00Z",
                "2027-03-01T10:00:00+02:00",
                "2027-03-01/2027-04-01",
                "../2027-04-01",
                "2027-03-01/..",
                "/2027-04-01T00:00:00Z",
                "2027-03-01/"
            })
    void instantsDaysAndIntervalsAreTimes(String text) {
        assertThatCode(() -> DatetimeParameter.check(text)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "../..", "/", "tomorrow", "2027-02-30", "2027-04-01/2027-03-01", "a/b/c", "2027"})
    void whatIsNoTimeIsRefused(String text) {
        assertThatExceptionOfType(LayerProblem.BadParameter.class).isThrownBy(() -> DatetimeParameter.check(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json | JSON",
                "application/geo+json | JSON",
                "*/* | JSON",
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | HTML",
                "text/html;q=0.5, application/json | JSON",
                "application/json;q=0, text/* | HTML",
                "application/xml, text/html;q=0.1 | HTML"
            })
    void theAcceptHeaderChooses(String accept, Format expected) {
        assertThat(Format.of(Optional.empty(), request(accept))).isEqualTo(expected);
    }

    @Test
    void theParameterBeatsTheHeader() {
        assertThat(Format.of(Optional.of("json"), request("text/html"))).isEqualTo(Format.JSON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/png", "application/xml", "text/html;q=0", "no media type", ";"})
    void whatCannotBeWrittenIsNotAcceptable(String accept) {
        assertThatExceptionOfType(LayerProblem.NotAcceptable.class)
                .isThrownBy(() -> Format.of(Optional.empty(), request(accept)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"en-GB,ro;q=0.5 | en", "de, hu | ro", "ro | ro", "!! | ro", "fr, en;q=0.1 | en"})
    void wordsComeInRomanianOrEnglish(String accepted, String expected) {
        MockServerHttpRequest request = MockServerHttpRequest.get("/ogc")
                .header("Accept-Language", accepted)
                .build();
        assertThat(Texts.of(request).language()).isEqualTo(expected);
    }

    private static MockServerHttpRequest request(String accept) {
        return MockServerHttpRequest.get("/ogc").header("Accept", accept).build();
    }
}

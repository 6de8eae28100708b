package ro.caravana.register.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class EventReaderTests {
    private static final Instant RECEIVED = Instant.parse("2027-03-18T10:00:00Z");
    private static final String GOOD = """
            {"id":"0d2b6c8e-0000-4000-8000-000000000001","at":"2027-03-18T11:00:00+02:00","siruta":57742,
             "category":"NO_ID","change":"OPENED","ageBand":"18-34","sex":"F","count":3}""";

    private final EventReader reader = new EventReader(siruta -> siruta == 57742);

    private EventReader.Outcome read(String json) {
        return reader.read(JsonMapper.shared().readTree(json), RECEIVED);
    }

    @Test
    void aCompleteEventIsUnderstood() {
        assertThat(read(GOOD)).isInstanceOfSatisfying(EventReader.Usable.class, usable -> {
            assertThat(usable.event().at()).isEqualTo("2027-03-18T09:00:00Z");
            assertThat(usable.event().cases()).isEqualTo(3);
            assertThat(usable.event().ageBand()).isEqualTo("18-34");
        });
    }

    @Test
    void ageAndSexMayBeLeftOut() {
        assertThat(read(GOOD.replace("\"ageBand\":\"18-34\",\"sex\":\"F\",", "")))
                .isInstanceOf(EventReader.Usable.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "NOT_AN_OBJECT|whole|7",
                "UNKNOWN_FIELD|\"sex\"|\"cnp\"",
                "BAD_ID|0d2b6c8e-0000|0d2b6c8e-000",
                "BAD_TIME|2027-03-18T11:00:00+02:00|2027-02-30T11:00:00Z",
                "BAD_TIME|2027-03-18T11:00:00+02:00|2027-03-18",
                "BAD_TIME|2027-03-18T11:00:00+02:00|+999999999-12-31T23:59:59Z",
                "FUTURE_TIME|2027-03-18T11:00:00+02:00|2027-03-18T10:05:01Z",
                "UNKNOWN_SIRUTA|57742|57743",
                "UNKNOWN_SIRUTA|57742|57742.5",
                "UNKNOWN_SIRUTA|57742|99999999999999999999",
                "UNKNOWN_CATEGORY|NO_ID|no_id",
                "UNKNOWN_CHANGE|OPENED|CLOSED",
                "BAD_AGE_BAND|18-34|34-18",
                "BAD_AGE_BAND|18-34|young",
                "BAD_AGE_BAND|18-34|018-034",
                "BAD_AGE_BAND|18-34|100-123",
                "BAD_AGE_BAND|18-34|200+",
                "BAD_SEX|\"F\"|\"X\"",
                "BAD_COUNT|:3}|:0}",
                "BAD_COUNT|:3}|:-1}",
                "BAD_TIME|2027-03-18T11:00:00+02:00|1900-01-01T00:00:00Z",
                "BAD_TIME|2027-03-18T11:00:00+02:00|1989-12-31T23:59:59Z",
                "BAD_COUNT|:3}|:1000000}",
                "BAD_COUNT|:3}|:2.5}",
                "BAD_COUNT|:3}|:\"3\"}",
            })
    void whatCannotBeUsedHasItsReason(Reason reason, String good, String bad) {
        String json = "whole".equals(good) ? bad : GOOD.replace(good, bad);
        assertThat(json).isNotEqualTo(GOOD);
        assertThat(read(json)).isEqualTo(new EventReader.Unusable(reason));
    }

    @Test
    void clocksMayDifferByFiveMinutes() {
        assertThat(read(GOOD.replace("2027-03-18T11:00:00+02:00", "2027-03-18T10:05:00Z")))
                .isInstanceOf(EventReader.Usable.class);
    }

    /** A recount must count what was counted before the limits were set. */
    @Test
    void whatIsReadAgainHasNoLimitsOfToday() {
        for (String[] old : new String[][] {
            {"2027-03-18T11:00:00+02:00", "1985-01-01T00:00:00Z"}, {"18-34", "018-034"}, {"18-34", "130+"}
        }) {
            String json = GOOD.replace(old[0], old[1]);
            assertThat(read(json)).isInstanceOf(EventReader.Unusable.class);
            assertThat(EventReader.again().read(JsonMapper.shared().readTree(json), RECEIVED))
                    .isInstanceOf(EventReader.Usable.class);
        }
    }
}

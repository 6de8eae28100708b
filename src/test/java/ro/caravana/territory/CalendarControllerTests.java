package ro.caravana.territory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import ro.caravana.store.TestDatabase;

class CalendarControllerTests {
    private static final TestDatabase DATABASE = TestDatabase.h2gis();

    /** A table is imported just after the calendar was read, once. */
    private static final class ChangedMeanwhile extends TerritoryRegistry {
        private boolean changed;

        ChangedMeanwhile() {
            super(
                    new TerritoryStore(new JdbcTemplate(DATABASE.dataSource())),
                    DATABASE.transactions(),
                    Clock.systemUTC(),
                    MadeUpCounty.FOLDER);
        }

        @Override
        public CountyCalendar calendar() {
            CountyCalendar read = super.calendar();
            if (!changed) {
                changed = true;
                change(county -> county.withCalendar(read.withMarketDays(List.of())));
            }
            return read;
        }
    }

    @Test
    void noAnswerIsTakenForANewerOne() {
        MadeUpCounty.clear(DATABASE);
        CalendarController controller = new CalendarController(new ChangedMeanwhile());
        ResponseEntity<CalendarController.CalendarView> before = controller.calendar();
        ResponseEntity<CalendarController.CalendarView> after = controller.calendar();
        assertThat(Objects.requireNonNull(before.getBody()).marketDays()).isNotEmpty();
        assertThat(Objects.requireNonNull(after.getBody()).marketDays()).isEmpty();
        assertThat(before.getHeaders().getETag())
                .isNotEqualTo(after.getHeaders().getETag());
    }
}

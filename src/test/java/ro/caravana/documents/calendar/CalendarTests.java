package ro.caravana.documents.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static ro.caravana.documents.support.SampleDocuments.GROUP;
import static ro.caravana.documents.support.SampleDocuments.PLANNER;
import static ro.caravana.documents.support.SampleDocuments.graphic;
import static ro.caravana.documents.support.SampleDocuments.keep;
import static ro.caravana.documents.support.SampleDocuments.routeSheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;
import ro.caravana.documents.model.ActionGraphic;
import ro.caravana.documents.model.Edition;
import ro.caravana.documents.text.Language;
import ro.caravana.documents.text.Texts;

class CalendarTests {
    private static final Texts TEXTS = new Texts(Language.RO, 5);

    @Test
    void aYearIsAValidCalendar() throws Exception {
        byte[] ics = new ActionGraphicCalendar(TEXTS).write(graphic(820, PLANNER));
        keep("grafic-actiuni.ics", ics);
        Calendar calendar = parse(ics);
        assertThat(calendar.validate(true).getEntries()).isEmpty();
        assertThat(events(calendar)).hasSize(820 + graphic(820, PLANNER).days().size());
    }

    @Test
    void noTwoEventsShareAnIdentity() throws Exception {
        List<String> uids = events(parse(year(graphic(820, PLANNER)))).stream()
                .map(event -> value(event, Property.UID))
                .toList();
        assertThat(uids).doesNotHaveDuplicates();
    }

    @Test
    void hoursAreThoseOfBucharestInWinterAndSummer() throws Exception {
        List<VEvent> events = events(parse(year(graphic(820, PLANNER))));
        VEvent winter = visitOn(events, LocalDate.of(2027, 1, 18));
        VEvent summer = visitOn(events, LocalDate.of(2027, 7, 1));
        assertThat(start(winter).getOffset()).isEqualTo(ZoneOffset.ofHours(2));
        assertThat(start(summer).getOffset()).isEqualTo(ZoneOffset.ofHours(3));
        assertThat(start(winter).toLocalTime()).hasToString("08:51");
        assertThat(new String(year(graphic(3, PLANNER)), StandardCharsets.UTF_8))
                .contains("BEGIN:VTIMEZONE", "TZID:Europe/Bucharest", "DTSTART;TZID=Europe/Bucharest:20270118T085100");
    }

    @Test
    void aNewerPlanMovesTheSameEvent() throws Exception {
        ActionGraphic before = graphic(3, PLANNER);
        ActionGraphic after = changed(before, Duration.ofHours(2));
        VEvent old = visitOn(events(parse(year(before))), LocalDate.of(2027, 1, 18));
        VEvent moved = visitOn(events(parse(year(after))), LocalDate.of(2027, 1, 18));
        assertThat(value(moved, Property.UID)).isEqualTo(value(old, Property.UID));
        assertThat(sequence(moved)).isGreaterThan(sequence(old));
    }

    @Test
    void theTeamsDayHasTheYearsEvents() throws Exception {
        byte[] ics = new RouteCalendar(TEXTS).write(routeSheet(4));
        keep("foaie-parcurs.ics", ics);
        assertThat(events(parse(ics)))
                .hasSize(5)
                .anySatisfy(event -> assertThat(value(event, Property.UID))
                        .isEqualTo("day-station-1-2027-03-18-2027@cluj.caravana"));
    }

    @Test
    void aDaysSummaryBlocksNoTime() throws Exception {
        assertThat(events(parse(year(graphic(3, PLANNER)))))
                .filteredOn(event -> value(event, Property.UID).startsWith("day-"))
                .singleElement()
                .satisfies(day -> assertThat(value(day, Property.TRANSP)).isEqualTo("TRANSPARENT"));
    }

    @Test
    void sharedCalendarsTellNothingOfVisitsAtHome() {
        String shared = unfolded(year(graphic(40, GROUP)));
        assertThat(shared).contains("Deplasare în teren").doesNotContainIgnoringCase("domiciliu");
        assertThat(unfolded(year(graphic(40, PLANNER)))).containsIgnoringCase("domiciliu");
    }

    @Test
    void everyEventSaysThatItsFiguresAreSynthetic() throws Exception {
        assertThat(events(parse(year(graphic(12, PLANNER)))))
                .allSatisfy(
                        event -> assertThat(value(event, Property.SUMMARY)).endsWith("[DATE SINTETICE, PENTRU PROBĂ]"));
    }

    @Test
    void theSameGraphicGivesTheSameBytes() {
        assertThat(year(graphic(12, PLANNER))).isEqualTo(year(graphic(12, PLANNER)));
    }

    private static byte[] year(ActionGraphic graphic) {
        return new ActionGraphicCalendar(TEXTS).write(graphic);
    }

    private static ActionGraphic changed(ActionGraphic graphic, Duration later) {
        Edition old = graphic.edition();
        Edition edition = new Edition(
                old.county(),
                "p-2",
                old.planName(),
                old.start(),
                old.end(),
                old.changedAt().plus(later),
                old.generatedAt(),
                old.figures(),
                old.audience());
        return new ActionGraphic(edition, graphic.persons(), graphic.uatsInCounty(), graphic.days(), graphic.leftOut());
    }

    private static Calendar parse(byte[] ics) throws IOException, ParserException {
        return new CalendarBuilder().build(new ByteArrayInputStream(ics));
    }

    private static List<VEvent> events(Calendar calendar) {
        return calendar.getComponents(Component.VEVENT);
    }

    private static VEvent visitOn(List<VEvent> events, LocalDate date) {
        return events.stream()
                .filter(event -> !value(event, Property.UID).startsWith("day-"))
                .filter(event -> start(event).toLocalDate().equals(date))
                .findFirst()
                .orElseThrow();
    }

    private static ZonedDateTime start(VEvent event) {
        return ZonedDateTime.from(event.getStartDate().orElseThrow().getDate());
    }

    private static int sequence(VEvent event) {
        return Integer.parseInt(value(event, Property.SEQUENCE));
    }

    private static String value(VEvent event, String property) {
        return event.getProperty(property).map(Property::getValue).orElseThrow();
    }

    /** Long lines are folded; a reader unfolds them. */
    private static String unfolded(byte[] ics) {
        return new String(ics, StandardCharsets.UTF_8).replaceAll("\r\n[ \t]", "");
    }
}

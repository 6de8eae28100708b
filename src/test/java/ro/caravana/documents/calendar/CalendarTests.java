package ro.caravana.documents.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static ro.caravana.documents.support.SampleDocuments.GROUP;
import static ro.caravana.documents.support.SampleDocuments.PLANNER;
import static ro.caravana.documents.support.SampleDocuments.graphic;
import static ro.caravana.documents.support.SampleDocuments.graphicStanding;
import static ro.caravana.documents.support.SampleDocuments.keep;
import static ro.caravana.documents.support.SampleDocuments.routeSheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;
import ro.caravana.coordination.VisitState;
import ro.caravana.documents.model.ActionGraphic;
import ro.caravana.documents.model.Edition;
import ro.caravana.documents.model.Standing;
import ro.caravana.documents.text.Language;
import ro.caravana.documents.text.Texts;

class CalendarTests {
    private static final Instant CHANGED = Instant.parse("2027-01-12T09:00:00Z");
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
    void anEventStandsAsItsVisitDoes() throws Exception {
        ActionGraphic graphic =
                graphicStanding(stands(VisitState.ANNOUNCED), stands(VisitState.ASKED), stands(VisitState.CANCELLED));
        assertThat(statuses(graphic)).containsExactly("TENTATIVE", "CONFIRMED", "TENTATIVE", "CANCELLED");
    }

    /** The day's own event is the first. */
    @Test
    void aDayIsCertainWhenAllThatIsHeldOnItIs() throws Exception {
        Standing agreed = stands(VisitState.CONFIRMED);
        Standing off = stands(VisitState.DECLINED);
        assertThat(statuses(graphicStanding(agreed, agreed, off))).startsWith("CONFIRMED");
        assertThat(statuses(graphicStanding(off, off, off))).startsWith("CANCELLED");
        assertThat(statuses(graphicStanding(agreed, stands(VisitState.MOVED), off)))
                .startsWith("TENTATIVE");
    }

    @Test
    void everyChangeOfAVisitRaisesItsSequenceWithinOneSecondToo() throws Exception {
        Standing asked = stands(VisitState.ASKED);
        Standing again =
                new Standing(asked.state(), asked.decliner(), asked.date(), asked.changes() + 1, asked.changedAt());
        Standing later = new Standing(
                asked.state(),
                asked.decliner(),
                asked.date(),
                asked.changes() + 1,
                asked.changedAt().map(at -> at.plusSeconds(60)));
        List<VEvent> one = events(parse(year(graphicStanding(asked, asked, asked))));
        List<VEvent> two = events(parse(year(graphicStanding(again, later, asked))));
        assertThat(sequence(two.get(1))).isEqualTo(sequence(one.get(1)) + 1);
        assertThat(sequence(two.get(2))).isEqualTo(sequence(one.get(2)) + 61);
        assertThat(sequence(two.get(3))).isEqualTo(sequence(one.get(3)));
        assertThat(sequence(two.get(0)))
                .describedAs("the day's own event tells its visits' hours")
                .isGreaterThan(sequence(one.get(0)));
    }

    @Test
    void twoChangesOfThePlanWithinOneSecondDiffer() throws Exception {
        ActionGraphic before = graphic(3, PLANNER);
        Edition old = before.edition();
        Edition swapped = new Edition(
                old.county(),
                old.planId(),
                old.planName(),
                old.start(),
                old.end(),
                old.changedAt(),
                old.changes() + 1,
                old.generatedAt(),
                old.figures(),
                old.audience());
        ActionGraphic after = new ActionGraphic(swapped, before.persons(), 81, before.days(), before.leftOut());
        assertThat(sequence(events(parse(year(after))).get(1)))
                .isGreaterThan(sequence(events(parse(year(before))).get(1)));
    }

    @Test
    void aVisitItsPlanCouldNotFollowIsOnItsOwnDay() throws Exception {
        Standing moved =
                new Standing(VisitState.MOVED, Optional.empty(), LocalDate.of(2027, 1, 25), 4, Optional.of(CHANGED));
        Standing asked = stands(VisitState.ASKED);
        VEvent event = events(parse(year(graphicStanding(moved, asked, asked)))).get(1);
        assertThat(start(event).toLocalDate()).isEqualTo(LocalDate.of(2027, 1, 25));
    }

    private static Standing stands(VisitState state) {
        return new Standing(state, Optional.empty(), LocalDate.of(2027, 1, 18), 3, Optional.of(CHANGED));
    }

    private static List<String> statuses(ActionGraphic graphic) throws IOException, ParserException {
        return events(parse(year(graphic))).stream()
                .map(event -> value(event, Property.STATUS))
                .toList();
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
                old.changes(),
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

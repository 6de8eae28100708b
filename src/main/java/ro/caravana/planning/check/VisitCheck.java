package ro.caravana.planning.check;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Locale;
import ro.caravana.planning.Plan;
import ro.caravana.planning.PlanInstance;
import ro.caravana.planning.PlanRule;

/** The rules that one visit keeps or breaks by itself. */
final class VisitCheck {
    private final PlanInstance instance;
    private final Held held;
    private final PlanInstance.Visit visit;
    private final Plan.PlannedVisit entry;
    private final Findings findings;

    VisitCheck(PlanInstance instance, Held held, Findings findings) {
        this.instance = instance;
        this.held = held;
        this.visit = held.visit();
        this.entry = held.entry();
        this.findings = findings;
    }

    void run() {
        service();
        hours();
        window();
        closures();
        dates();
        notice();
        pinned();
        preference();
    }

    private void breaks(PlanRule rule, String sentence) {
        findings.broken(rule, visit.id(), sentence);
    }

    private void service() {
        if (entry.end() - entry.start() < visit.serviceSeconds()) {
            breaks(
                    PlanRule.SERVICE_TIME,
                    "Service takes " + visit.serviceSeconds() + " s but ends after " + (entry.end() - entry.start())
                            + " s.");
        }
    }

    private void hours() {
        if (visit.from() != null && entry.start() < visit.from()) {
            breaks(
                    PlanRule.VISIT_HOURS,
                    "Starts at " + Clock.of(entry.start()) + ", may start at " + Clock.of(visit.from()) + ".");
        } else if (visit.to() != null && entry.end() > visit.to()) {
            breaks(
                    PlanRule.VISIT_HOURS,
                    "Ends at " + Clock.of(entry.end()) + ", must end by " + Clock.of(visit.to()) + ".");
        }
    }

    private void window() {
        if (held.site().windows().isEmpty()) {
            return;
        }
        for (PlanInstance.Window window : held.site().windows()) {
            if (opensOn(window, entry.date()) && holdsService(window)) {
                return;
            }
        }
        breaks(
                PlanRule.SITE_WINDOW,
                "No window of the site holds " + Clock.of(entry.start()) + " to " + Clock.of(entry.end()) + " on "
                        + entry.date() + ".");
    }

    private static boolean opensOn(PlanInstance.Window window, LocalDate date) {
        String weekday = date.getDayOfWeek()
                .getDisplayName(TextStyle.SHORT, Locale.ENGLISH)
                .toUpperCase(Locale.ROOT);
        return window.days().contains(weekday)
                || window.dates().contains(date)
                || (window.days().isEmpty() && window.dates().isEmpty());
    }

    private boolean holdsService(PlanInstance.Window window) {
        boolean opened = window.from() == null || window.from() <= entry.start();
        boolean stillOpen = window.to() == null || entry.end() <= window.to();
        return opened && stillOpen;
    }

    private void closures() {
        if (instance.closedDates().contains(entry.date())) {
            breaks(PlanRule.CLOSED_DATE, entry.date() + " is a holiday.");
        } else if (held.station().closedDates().contains(entry.date())) {
            breaks(PlanRule.CLOSED_DATE, "The station does not work on " + entry.date() + ".");
        } else if (held.site().closedDates().contains(entry.date())) {
            breaks(PlanRule.CLOSED_DATE, "The site is closed on " + entry.date() + ".");
        }
    }

    private void dates() {
        LocalDate date = entry.date();
        if (date.isBefore(instance.horizon().start())
                || date.isAfter(instance.horizon().end())) {
            breaks(PlanRule.HORIZON, date + " lies outside the plan's days.");
        } else if (visit.earliest() != null && visit.earliest().isAfter(date)) {
            breaks(PlanRule.HORIZON, date + " is before the earliest date, " + visit.earliest() + ".");
        } else if (visit.latest() != null && visit.latest().isBefore(date)) {
            breaks(PlanRule.HORIZON, date + " is after the latest date, " + visit.latest() + ".");
        }
    }

    private void notice() {
        boolean free = visit.pinned() == null && !visit.announced();
        LocalDate first = instance.horizon().start().plusDays(instance.noticeDays());
        if (free && entry.date().isBefore(first)) {
            breaks(PlanRule.NOTICE, "Cannot be announced in time before " + first + ".");
        }
    }

    private void pinned() {
        PlanInstance.Pinned pin = visit.pinned();
        if (pin == null) {
            return;
        }
        boolean place = pin.station().equals(entry.station()) && pin.date().equals(entry.date());
        boolean hour = pin.startSeconds() == null || pin.startSeconds() == entry.start();
        if (!place || !hour) {
            breaks(
                    PlanRule.PINNED,
                    "Agreed for " + pin.station() + " on " + pin.date()
                            + (pin.startSeconds() == null ? "" : " at " + Clock.of(pin.startSeconds())) + ".");
        }
    }

    private void preference() {
        if (!visit.preferredDates().isEmpty() && !visit.preferredDates().contains(entry.date())) {
            findings.counts(PlanRule.PREFERRED_DATE, -instance.weights().of(PlanRule.PREFERRED_DATE));
            findings.note(PlanRule.PREFERRED_DATE, visit.id(), entry.date() + " is none of its preferred dates.");
        }
    }
}

package ro.caravana.peers;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import ro.caravana.planning.PlanInstance;

/** Within these seconds of one day a visit is held from beginning to end. */
record PeerHours(int from, int to) {
    private static final int MIDNIGHT = 24 * 3600;

    /** The longest that the visit has on that day: the libraries want one span, so a second window of a site is not used. */
    static Optional<PeerHours> of(
            PlanInstance instance, PlanInstance.Visit visit, PlanInstance.Site site, PeerDay day) {
        if (isClosed(instance, visit, site, day)) {
            return Optional.empty();
        }
        Stream<PeerHours> open = site.windows().isEmpty()
                ? Stream.of(new PeerHours(0, MIDNIGHT))
                : site.windows().stream()
                        .filter(window -> opensOn(window, day.date()))
                        .map(window -> new PeerHours(or(window.from(), 0), or(window.to(), MIDNIGHT)));
        return open.map(hours -> hours.cutFor(visit))
                .filter(hours -> hours.length() >= visit.serviceSeconds())
                .max(Comparator.comparingInt(PeerHours::length));
    }

    int length() {
        return to - from;
    }

    private PeerHours cutFor(PlanInstance.Visit visit) {
        PlanInstance.Pinned pin = visit.pinned();
        if (pin != null && pin.startSeconds() != null) {
            int start = Math.max(from, pin.startSeconds());
            return new PeerHours(start, Math.min(to, pin.startSeconds() + visit.serviceSeconds()));
        }
        return new PeerHours(Math.max(from, or(visit.from(), 0)), Math.min(to, or(visit.to(), MIDNIGHT)));
    }

    private static boolean isClosed(
            PlanInstance instance, PlanInstance.Visit visit, PlanInstance.Site site, PeerDay day) {
        LocalDate date = day.date();
        PlanInstance.Pinned pin = visit.pinned();
        boolean agreed = pin != null || visit.announced();
        return site.closedDates().contains(date)
                || (visit.earliest() != null && date.isBefore(visit.earliest()))
                || (visit.latest() != null && date.isAfter(visit.latest()))
                || (!agreed && date.isBefore(instance.horizon().start().plusDays(instance.noticeDays())))
                || (pin != null
                        && !(pin.date().equals(date)
                                && pin.station().equals(day.station().id())));
    }

    private static boolean opensOn(PlanInstance.Window window, LocalDate date) {
        return (window.days().isEmpty() && window.dates().isEmpty())
                || window.dates().contains(date)
                || window.days().contains(date.getDayOfWeek().name().substring(0, 3));
    }

    private static int or(Integer given, int otherwise) {
        return given == null ? otherwise : given;
    }
}

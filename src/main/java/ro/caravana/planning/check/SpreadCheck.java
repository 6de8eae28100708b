package ro.caravana.planning.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import ro.caravana.planning.PlanInstance;
import ro.caravana.planning.PlanRule;

/** How visits are spread over the year: apart at one site, even over the months. */
final class SpreadCheck {
    private final PlanInstance instance;
    private final List<Held> all;
    private final Findings findings;

    SpreadCheck(PlanInstance instance, List<Held> all, Findings findings) {
        this.instance = instance;
        this.all = all;
        this.findings = findings;
    }

    void run() {
        all.stream()
                .filter(held -> held.visit().kind() == PlanInstance.Kind.CAPTURE)
                .collect(Collectors.groupingBy(held -> held.site().id()))
                .values()
                .forEach(this::spacing);
        evenLoad();
    }

    private void spacing(List<Held> atOneSite) {
        List<Long> days = atOneSite.stream()
                .map(held -> held.date().toEpochDay())
                .sorted()
                .toList();
        long near = 0;
        for (int i = 1; i < days.size(); i++) {
            if (days.get(i) - days.get(i - 1) < PlanRule.SPACING_DAYS) {
                near++;
            }
        }
        if (near > 0) {
            findings.counts(PlanRule.SPACING, 0 - near * instance.weights().of(PlanRule.SPACING));
        }
    }

    private void evenLoad() {
        Map<String, Integer> persons = new TreeMap<>();
        int everybody = 0;
        for (Held held : all) {
            persons.merge(month(held.date()), held.visit().persons(), Integer::sum);
            everybody += held.visit().persons();
        }
        List<String> daysMonths = monthsOfStationDays();
        long beyond = 0;
        for (String month : new TreeSet<>(persons.keySet())) {
            long days = daysMonths.stream().filter(month::equals).count();
            double share = Math.ceil((double) everybody * days / Math.max(1, daysMonths.size()));
            beyond += Math.max(0, (long) (persons.getOrDefault(month, 0) - share));
        }
        if (beyond > 0) {
            findings.counts(PlanRule.EVEN_LOAD, 0 - beyond * instance.weights().of(PlanRule.EVEN_LOAD));
        }
    }

    /** For each day on which a station may work, its month. */
    private List<String> monthsOfStationDays() {
        List<String> months = new ArrayList<>();
        for (PlanInstance.Station station : instance.stations()) {
            instance.horizon()
                    .start()
                    .datesUntil(instance.horizon().end().plusDays(1))
                    .filter(date -> !instance.closedDates().contains(date)
                            && !station.closedDates().contains(date))
                    .forEach(date -> months.add(month(date)));
        }
        return months;
    }

    private static String month(LocalDate date) {
        return date.toString().substring(0, 7);
    }
}

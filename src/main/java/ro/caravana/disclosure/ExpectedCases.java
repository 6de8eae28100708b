package ro.caravana.disclosure;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import ro.caravana.access.Viewer;
import ro.caravana.statistics.CaseCategory;
import ro.caravana.territory.Level;

/**
 * Says which cases to expect at visits: a plan knows persons, not their cases. The persons of a visit are spread as the need of its UAT
 * is; the ends of the categories' intervals give a range, rounded outwards to multiples of the threshold. For planners only, because a
 * UAT's need by category is hidden from others where it is small. Thread-safe.
 */
@Component
public class ExpectedCases {
    private final PublishedNeeds needs;
    private final DisclosureGate gate;

    ExpectedCases(PublishedNeeds needs, DisclosureGate gate) {
        this.needs = needs;
        this.gate = gate;
    }

    /** Persons expected somewhere in a UAT; raw. */
    public record Party(int uatSiruta, int persons) {}

    /** At least and at most so many persons; multiples of the threshold. */
    public record Span(int low, int high) {}

    /** By category; empty for others than planners, and while nobody has reported any need. A category nobody reported is missing. */
    public Map<CaseCategory, Span> of(Collection<Party> parties, Viewer viewer) {
        Optional<PublishedNeedMap> map = needs.current(viewer);
        Map<CaseCategory, Span> spans = new EnumMap<>(CaseCategory.class);
        if (map.isEmpty() || !gate.showsEverythingTo(viewer)) {
            return spans;
        }
        for (CaseCategory category : CaseCategory.values()) {
            if (map.get().findCounty(category).isPresent()) {
                double low = sum(parties, map.get(), category, PublishedEstimate::low);
                double high = sum(parties, map.get(), category, PublishedEstimate::high);
                spans.put(category, new Span(down(low), up(high)));
            }
        }
        return spans;
    }

    private static double sum(
            Collection<Party> parties,
            PublishedNeedMap map,
            CaseCategory category,
            Function<PublishedEstimate, OptionalLong> end) {
        return parties.stream()
                .mapToDouble(party -> party.persons() * Math.min(1, share(party.uatSiruta(), map, category, end)))
                .sum();
    }

    /** Of the UAT's need; of the county's where the UAT has none. */
    private static double share(
            int uat, PublishedNeedMap map, CaseCategory category, Function<PublishedEstimate, OptionalLong> end) {
        long all = map.find(Level.UAT, uat)
                .map(PublishedEstimate::mean)
                .orElse(OptionalLong.empty())
                .orElse(0);
        boolean known = all > 0;
        long whole = known ? all : map.county().mean().orElse(0);
        Optional<PublishedEstimate> part = known ? map.find(Level.UAT, uat, category) : map.findCounty(category);
        return whole == 0
                ? 0
                : (double) part.map(end).orElse(OptionalLong.empty()).orElse(0) / whole;
    }

    private int down(double persons) {
        return (int) Math.floor(persons / gate.threshold()) * gate.threshold();
    }

    private int up(double persons) {
        return (int) Math.ceil(persons / gate.threshold()) * gate.threshold();
    }
}

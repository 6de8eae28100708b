package ro.caravana.coverage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import ro.caravana.access.Viewer;
import ro.caravana.disclosure.DisclosureGate;
import ro.caravana.disclosure.PublishedEstimate;
import ro.caravana.disclosure.PublishedNeedMap;
import ro.caravana.disclosure.PublishedNeeds;
import ro.caravana.register.RegisterSums;
import ro.caravana.register.Sums;
import ro.caravana.statistics.CaseCategory;
import ro.caravana.territory.Level;
import ro.caravana.territory.Locality;
import ro.caravana.territory.Territory;
import ro.caravana.territory.TerritoryRegistry;

/** Makes the rows of a coverage answer for one viewer. Thread-safe. */
@Service
class Coverage {
    private final RegisterSums register;
    private final PublishedNeeds needs;
    private final TerritoryRegistry registry;
    private final DisclosureGate gate;
    private final Map<Audience, Latest> latest = new ConcurrentHashMap<>();

    /** Who sees the same. */
    private record Audience(boolean everything, Level level, Optional<CaseCategory> category) {}

    private record Latest(String mark, LocalDate day, CoverageView view) {}

    Coverage(RegisterSums register, PublishedNeeds needs, TerritoryRegistry registry, DisclosureGate gate) {
        this.register = register;
        this.needs = needs;
        this.registry = registry;
        this.gate = gate;
    }

    /** Today's answer, made once per mark of {@link CoverageChanges} and shared by all who see the same. */
    CoverageView latest(Viewer viewer, Level level, Optional<CaseCategory> category, LocalDate today, String mark) {
        Audience audience = new Audience(gate.showsEverythingTo(viewer), level, category);
        return latest.compute(
                        audience,
                        (key, known) -> known != null
                                        && known.mark().equals(mark)
                                        && known.day().equals(today)
                                ? known
                                : new Latest(mark, today, view(viewer, level, category, today)))
                .view();
    }

    CoverageView view(Viewer viewer, Level level, Optional<CaseCategory> category, LocalDate at) {
        Optional<PublishedNeedMap> needMap = needs.current(viewer);
        Picture picture = new Picture(registry.current(), level, category, needMap, sums(needMap, category, at));
        PublishedRow row = new PublishedRow(gate, viewer);
        List<CoverageView.Row> rows = picture.rows(row, watermarks());
        return new CoverageView(
                at,
                level == Level.UAT ? "uat" : "locality",
                row.rounding(),
                needMap.map(PublishedNeedMap::asOf).orElse(null),
                picture.county(row, register.listWatermarks()),
                rows);
    }

    private SumsOfTwoDays sums(Optional<PublishedNeedMap> needMap, Optional<CaseCategory> category, LocalDate at) {
        Map<Integer, Sums> now = register.byPlace(at, category);
        return needMap.map(PublishedNeedMap::asOf)
                .filter(baseline -> !baseline.isAfter(at))
                .map(baseline -> new SumsOfTwoDays(now, Optional.of(register.byPlace(baseline, category))))
                .orElseGet(() -> new SumsOfTwoDays(now, Optional.empty()));
    }

    private Map<String, Instant> watermarks() {
        Map<String, Instant> completeTo = new HashMap<>();
        for (RegisterSums.Watermark mark : register.listWatermarks()) {
            if (mark.completeTo() != null) {
                completeTo.put(mark.office(), mark.completeTo());
            }
        }
        return completeTo;
    }

    /** Sums by place on the day asked for and, where that is not before it, on the baseline's day. */
    private record SumsOfTwoDays(Map<Integer, Sums> now, Optional<Map<Integer, Sums>> baseline) {
        PublishedRow.Raw of(List<Integer> sirutas) {
            return new PublishedRow.Raw(total(now, sirutas), baseline.map(known -> total(known, sirutas)));
        }

        private static Sums total(Map<Integer, Sums> sums, List<Integer> sirutas) {
            Sums total = Sums.NONE;
            for (int siruta : sirutas) {
                total = total.plus(sums.getOrDefault(siruta, Sums.NONE));
            }
            return total;
        }
    }

    /** Everything that goes into one answer, raw. */
    private record Picture(
            Territory territory,
            Level level,
            Optional<CaseCategory> category,
            Optional<PublishedNeedMap> needMap,
            SumsOfTwoDays sums) {

        List<CoverageView.Row> rows(PublishedRow row, Map<String, Instant> completeTo) {
            ServingOffices offices = new ServingOffices(territory);
            List<CoverageView.Row> made = new ArrayList<>();
            if (level == Level.UAT) {
                territory
                        .listUats()
                        .forEach(uat -> made.add(row(row, uat.siruta(), offices.officeOf(uat.siruta()), completeTo)));
            } else {
                territory
                        .listLocalities()
                        .forEach(place ->
                                made.add(row(row, place.siruta(), offices.officeOf(place.uatSiruta()), completeTo)));
            }
            return made;
        }

        private CoverageView.Row row(PublishedRow row, int siruta, String office, Map<String, Instant> completeTo) {
            return row.make(
                    new PublishedRow.Place(siruta, office, completeTo.get(office)),
                    sums.of(parts(siruta)),
                    need(siruta));
        }

        /** The codes whose events count for a place. */
        private List<Integer> parts(int siruta) {
            List<Integer> parts = new ArrayList<>(List.of(siruta));
            if (level == Level.UAT) {
                territory.listLocalities(siruta).stream().map(Locality::siruta).forEach(parts::add);
            }
            return parts;
        }

        private @Nullable PublishedEstimate need(int siruta) {
            return needMap.flatMap(map ->
                            category.isPresent() ? map.find(level, siruta, category.get()) : map.find(level, siruta))
                    .orElse(null);
        }

        CoverageView.Row county(PublishedRow row, List<RegisterSums.Watermark> marks) {
            List<Integer> everywhere = new ArrayList<>(sums.now().keySet());
            sums.baseline().ifPresent(known -> everywhere.addAll(known.keySet()));
            return row.make(
                    new PublishedRow.Place(0, "", slowest(marks)),
                    sums.of(everywhere.stream().distinct().toList()),
                    needMap.flatMap(map ->
                                    category.isPresent() ? map.findCounty(category.get()) : Optional.of(map.county()))
                            .orElse(null));
        }

        private static @Nullable Instant slowest(List<RegisterSums.Watermark> marks) {
            return marks.stream().anyMatch(mark -> mark.completeTo() == null)
                    ? null
                    : marks.stream()
                            .map(RegisterSums.Watermark::completeTo)
                            .min(Comparator.naturalOrder())
                            .orElse(null);
        }
    }
}

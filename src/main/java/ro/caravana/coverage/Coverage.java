package ro.caravana.coverage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import ro.caravana.access.Viewer;
import ro.caravana.disclosure.DisclosureGate;
import ro.caravana.disclosure.PublishedCount;
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
import ro.caravana.territory.Uat;

/**
 * Makes the rows of a coverage answer for one viewer.
 *
 * <p>Everyone but planners gets counts rounded down to a multiple of the disclosure threshold (rounding to a base: Hundepool et al.,
 * <i>Statistical Disclosure Control</i>, Wiley 2012, chapter 5), nothing under it: one answer gives no small count away exactly. Two
 * answers can tell the true count at the moment it steps over a multiple.
 */
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
        Territory territory = registry.current();
        Map<Integer, Sums> sums = register.byPlace(at, category);
        ServingOffices offices = new ServingOffices(territory);
        Map<String, Instant> completeTo = new HashMap<>();
        for (RegisterSums.Watermark mark : register.listWatermarks()) {
            if (mark.completeTo() != null) {
                completeTo.put(mark.office(), mark.completeTo());
            }
        }
        Rows rows = new Rows(viewer, level, category, needs.current(viewer));
        List<CoverageView.Row> made = level == Level.UAT
                ? territory.listUats().stream()
                        .map(uat -> rows.row(
                                uat.siruta(),
                                ofUat(territory, uat, sums),
                                completeTo.get(offices.officeOf(uat.siruta()))))
                        .toList()
                : territory.listLocalities().stream()
                        .map(place -> rows.row(
                                place.siruta(),
                                sums.getOrDefault(place.siruta(), Sums.NONE),
                                completeTo.get(offices.officeOf(place.uatSiruta()))))
                        .toList();
        return new CoverageView(at, level == Level.UAT ? "uat" : "locality", rounding(viewer), made);
    }

    private static Sums ofUat(Territory territory, Uat uat, Map<Integer, Sums> sums) {
        Sums total = sums.getOrDefault(uat.siruta(), Sums.NONE);
        for (Locality locality : territory.listLocalities(uat.siruta())) {
            total = total.plus(sums.getOrDefault(locality.siruta(), Sums.NONE));
        }
        return total;
    }

    private int rounding(Viewer viewer) {
        return gate.showsEverythingTo(viewer) ? 1 : gate.threshold();
    }

    /** Rows of one answer. */
    private final class Rows {
        private final Viewer viewer;
        private final Level level;
        private final Optional<CaseCategory> category;
        private final Optional<PublishedNeedMap> needMap;

        Rows(Viewer viewer, Level level, Optional<CaseCategory> category, Optional<PublishedNeedMap> needMap) {
            this.viewer = viewer;
            this.level = level;
            this.category = category;
            this.needMap = needMap;
        }

        CoverageView.Row row(int siruta, Sums sums, @Nullable Instant completeTo) {
            PublishedCount resolved = publish(sums.resolved());
            PublishedEstimate need = needMap.flatMap(map ->
                            category.isPresent() ? map.find(level, siruta, category.get()) : map.find(level, siruta))
                    .orElse(null);
            return new CoverageView.Row(
                    siruta,
                    publish(sums.opened()),
                    resolved,
                    publish(sums.withdrawn()),
                    publish(sums.open()),
                    need,
                    need == null ? null : share(resolved, need.mean()),
                    need == null ? null : share(resolved, need.high()),
                    need == null ? null : share(resolved, need.low()),
                    completeTo);
        }

        private PublishedCount publish(long count) {
            return gate.publish(viewer, count - Math.floorMod(count, rounding(viewer)));
        }

        private static @Nullable Double share(PublishedCount resolved, OptionalLong need) {
            if (resolved.isSuppressed() || need.isEmpty()) {
                return null;
            }
            double cases = resolved.count().orElse(0);
            return need.getAsLong() <= 0
                    ? Double.valueOf(cases > 0 ? 1 : 0)
                    : Double.valueOf(Math.min(1, cases / need.getAsLong()));
        }
    }
}

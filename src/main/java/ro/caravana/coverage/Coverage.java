package ro.caravana.coverage;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import ro.caravana.access.Viewer;
import ro.caravana.disclosure.DisclosureGate;
import ro.caravana.disclosure.PublishedEstimate;
import ro.caravana.disclosure.PublishedNeedMap;
import ro.caravana.disclosure.PublishedNeeds;
import ro.caravana.register.Kind;
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
    private static final ZoneId BUCHAREST = ZoneId.of("Europe/Bucharest");

    private final RegisterSums register;
    private final PublishedNeeds needs;
    private final TerritoryRegistry registry;
    private final DisclosureGate gate;
    private final LiveSums live;

    Coverage(
            RegisterSums register,
            LiveSums live,
            PublishedNeeds needs,
            TerritoryRegistry registry,
            DisclosureGate gate) {
        this.register = register;
        this.live = live;
        this.needs = needs;
        this.registry = registry;
        this.gate = gate;
    }

    /** As it stands on a day, as it is known now. */
    CoverageView view(Viewer viewer, Level level, CaseFilter filter, LocalDate at) {
        return view(
                new Asked(viewer, level, filter, at),
                (day, cases) -> FilteredSums.of(register.byPlaceAndKind(day), cases),
                register.listWatermarks());
    }

    /** As it was known when the day was over: without what offices sent and people decided later. The need is today's. */
    CoverageView asKnownThen(Viewer viewer, Level level, CaseFilter filter, LocalDate at) {
        Instant then = endOf(at);
        Map<Integer, Map<Kind, Sums>> known = register.byPlaceAndKind(at, then);
        return view(
                new Asked(viewer, level, filter, at),
                (day, cases) -> FilteredSums.of(day.equals(at) ? known : register.byPlaceAndKind(day, then), cases),
                register.listWatermarks(then));
    }

    static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(BUCHAREST).toInstant();
    }

    /** The same for the day that screens follow, without reading every sum anew each time. */
    CoverageView today(Viewer viewer, Level level, CaseFilter filter, LocalDate today) {
        return view(new Asked(viewer, level, filter, today), live::byPlace, register.listWatermarks());
    }

    private CoverageView view(Asked asked, SumsUpTo source, List<RegisterSums.Watermark> marks) {
        LocalDate at = asked.at();
        CaseFilter filter = asked.filter();
        Optional<PublishedNeedMap> known = needs.current(asked.viewer());
        Optional<LocalDate> baseline = known.map(PublishedNeedMap::asOf);
        SumsOfTwoDays sums = new SumsOfTwoDays(
                source.byPlace(at, filter),
                baseline.filter(day -> !day.isAfter(at)).map(day -> source.byPlace(day, filter)));
        Picture picture = new Picture(
                registry.current(),
                asked.level(),
                filter.category(),
                filter.isOfPersons() ? Optional.empty() : known,
                sums);
        PublishedRow row = new PublishedRow(gate, asked.viewer());
        return new CoverageView(
                at,
                asked.level() == Level.UAT ? "uat" : "locality",
                row.rounding(),
                baseline.orElse(null),
                picture.county(row, marks),
                picture.rows(row, completeTo(marks)));
    }

    private record Asked(Viewer viewer, Level level, CaseFilter filter, LocalDate at) {}

    /** Where sums come from: the database, or what has been carried on from it. */
    private interface SumsUpTo {
        Map<Integer, Sums> byPlace(LocalDate upTo, CaseFilter filter);
    }

    private static Map<String, Instant> completeTo(List<RegisterSums.Watermark> marks) {
        Map<String, Instant> completeTo = new HashMap<>();
        for (RegisterSums.Watermark mark : marks) {
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

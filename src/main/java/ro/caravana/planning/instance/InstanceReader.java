package ro.caravana.planning.instance;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ro.caravana.planning.PlanInstance;

/** The structure of {@code caravana/plan-instance/1}: every member's type and range, and no unknown member. */
public final class InstanceReader {
    static final int DAY_SECONDS = 86_400;
    static final int MOST_DAYS = 100_000;
    private static final int MOST_PERSONS = 1_000_000;
    private static final double MOST_WEIGHT = 1e9;
    private static final Set<String> WEEKDAYS = Set.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");

    private static final Set<String> VISIT = Set.of(
            "id",
            "site",
            "kind",
            "persons",
            "value",
            "serviceSeconds",
            "required",
            "earliest",
            "latest",
            "from",
            "to",
            "after",
            "series",
            "preferredDates",
            "pinned",
            "announced");
    private static final Set<String> AFTER = Set.of("visit", "minDays", "maxDays");
    private static final Set<String> SERIES = Set.of("id", "minGapDays", "maxGapDays");
    private static final Set<String> PINNED = Set.of("station", "date", "startSeconds");

    private InstanceReader() {}

    /** Reads what can be read; where {@code faults} were added, stand-in values take the place of faulty ones. */
    public static PlanInstance read(InstanceDocument document, Faults faults) {
        Cursor root = Cursor.root(document.rest(), faults)
                .object(Set.of(
                        "schema",
                        "horizon",
                        "closedDates",
                        "noticeDays",
                        "stations",
                        "sites",
                        "visits",
                        "travel",
                        "weights"));
        if (!root.at("schema").isAbsent()
                && !PlanInstance.SCHEMA.equals(root.at("schema").text())) {
            root.at("schema").fault("must be \"" + PlanInstance.SCHEMA + "\"");
        }
        Integer noticeDays = root.at("noticeDays").optionalInteger(0, MOST_DAYS);
        PlanInstance instance = new PlanInstance(
                PlanInstance.SCHEMA,
                horizon(root.at("horizon")),
                root.at("closedDates").dates(),
                noticeDays == null ? 0 : noticeDays,
                root.at("stations").requiredList(InstanceReader::station),
                root.at("sites").requiredList(InstanceReader::site),
                visits(document, root, faults),
                travel(root.at("travel")),
                weights(root.at("weights")));
        InstanceRules.check(instance, document.visitCount(), faults);
        return instance;
    }

    private static List<PlanInstance.Visit> visits(InstanceDocument document, Cursor root, Faults faults) {
        List<PlanInstance.Visit> visits = document.visits();
        if (visits == null) {
            return root.at("visits").requiredList(InstanceReader::visit);
        }
        faults.addAll(document.visitFaults());
        return visits;
    }

    private static PlanInstance.Horizon horizon(Cursor at) {
        at.object(Set.of("start", "end"));
        return new PlanInstance.Horizon(at.at("start").date(), at.at("end").date());
    }

    private static PlanInstance.Station station(Cursor at) {
        at.object(Set.of("id", "base", "workday", "maxSeconds", "closedDates", "costPerKm", "capacityPersons"));
        return new PlanInstance.Station(
                at.at("id").text(),
                at.at("base").text(),
                workday(at.at("workday")),
                at.at("maxSeconds").optionalInteger(0, DAY_SECONDS),
                at.at("closedDates").dates(),
                at.at("costPerKm").optionalNumber(0, MOST_WEIGHT),
                at.at("capacityPersons").optionalInteger(0, MOST_PERSONS));
    }

    private static PlanInstance.Workday workday(Cursor at) {
        if (at.isAbsent()) {
            return new PlanInstance.Workday(0, DAY_SECONDS);
        }
        at.object(Set.of("start", "end"));
        Integer start = second(at.at("start"));
        Integer end = second(at.at("end"));
        return new PlanInstance.Workday(start == null ? 0 : start, end == null ? DAY_SECONDS : end);
    }

    private static @Nullable Integer second(Cursor at) {
        return at.optionalInteger(0, DAY_SECONDS);
    }

    private static PlanInstance.Site site(Cursor at) {
        at.object(Set.of("id", "siruta", "lat", "lon", "windows", "closedDates"));
        return new PlanInstance.Site(
                at.at("id").text(),
                at.at("siruta").optionalInteger(1, Integer.MAX_VALUE),
                at.at("lat").number(-90, 90),
                at.at("lon").number(-180, 180),
                at.at("windows").list(InstanceReader::window),
                at.at("closedDates").dates());
    }

    private static PlanInstance.Window window(Cursor at) {
        at.object(Set.of("days", "dates", "from", "to"));
        return new PlanInstance.Window(
                at.at("days").list(InstanceReader::weekday),
                at.at("dates").dates(),
                second(at.at("from")),
                second(at.at("to")));
    }

    private static String weekday(Cursor at) {
        String day = at.text();
        if (!WEEKDAYS.contains(day)) {
            at.fault("must be one of MON, TUE, WED, THU, FRI, SAT, SUN");
            return "MON";
        }
        return day;
    }

    /** Tells no place of two faults. */
    static PlanInstance.Visit visit(Cursor at) {
        at.object(VISIT);
        Integer persons = at.at("persons").optionalInteger(0, MOST_PERSONS);
        Double value = at.at("value").optionalNumber(0, MOST_WEIGHT);
        Integer service = at.at("serviceSeconds").optionalInteger(0, DAY_SECONDS);
        return new PlanInstance.Visit(
                at.at("id").text(),
                at.at("site").text(),
                kind(at.at("kind")),
                persons == null ? 0 : persons,
                value == null ? 0 : value,
                service == null ? 0 : service,
                at.at("required").flag(),
                at.at("earliest").optionalDate(),
                at.at("latest").optionalDate(),
                second(at.at("from")),
                second(at.at("to")),
                after(at.at("after")),
                series(at.at("series")),
                at.at("preferredDates").dates(),
                pinned(at.at("pinned")),
                at.at("announced").flag());
    }

    private static PlanInstance.Kind kind(Cursor at) {
        if (at.isAbsent()) {
            return PlanInstance.Kind.CAPTURE;
        }
        String name = at.text();
        if (name.equals(Cursor.NO_TEXT)) {
            return PlanInstance.Kind.CAPTURE;
        }
        for (PlanInstance.Kind kind : PlanInstance.Kind.values()) {
            if (kind.name().equals(name)) {
                return kind;
            }
        }
        at.fault("must be one of CAPTURE, HANDOVER, HOME");
        return PlanInstance.Kind.CAPTURE;
    }

    private static PlanInstance.@Nullable After after(Cursor at) {
        if (at.isAbsent()) {
            return null;
        }
        at.object(AFTER);
        return new PlanInstance.After(
                at.at("visit").text(),
                at.at("minDays").optionalInteger(0, MOST_DAYS),
                at.at("maxDays").optionalInteger(0, MOST_DAYS));
    }

    /** With a broken gap it is of no series that others could be compared with. */
    private static PlanInstance.@Nullable Series series(Cursor at) {
        if (at.isAbsent()) {
            return null;
        }
        at.object(SERIES);
        String id = at.at("id").text();
        Cursor least = at.at("minGapDays");
        Cursor most = at.at("maxGapDays");
        Integer minGap = least.optionalInteger(0, MOST_DAYS);
        Integer maxGap = most.optionalInteger(0, MOST_DAYS);
        boolean whole = least.isAbsent() == (minGap == null) && most.isAbsent() == (maxGap == null);
        return new PlanInstance.Series(whole ? id : Cursor.NO_TEXT, minGap, maxGap);
    }

    private static PlanInstance.@Nullable Pinned pinned(Cursor at) {
        if (at.isAbsent()) {
            return null;
        }
        at.object(PINNED);
        return new PlanInstance.Pinned(at.at("station").text(), at.at("date").date(), second(at.at("startSeconds")));
    }

    private static PlanInstance.@Nullable Travel travel(Cursor at) {
        if (at.isAbsent()) {
            return null;
        }
        at.object(Set.of("sites", "seconds", "metres"));
        List<String> sites = at.at("sites").requiredList(Cursor::text);
        return new PlanInstance.Travel(
                sites,
                MatrixReader.read(at.at("seconds"), sites.size()),
                MatrixReader.read(at.at("metres"), sites.size()));
    }

    private static PlanInstance.Weights weights(Cursor at) {
        if (at.isAbsent()) {
            return PlanInstance.Weights.DEFAULT;
        }
        at.object(Set.of(
                "requiredLeftOut",
                "travelSeconds",
                "distance",
                "stationDay",
                "kilometreCost",
                "overtime",
                "preferredDate",
                "spacing",
                "evenLoad"));
        return new PlanInstance.Weights(
                weight(at, "requiredLeftOut"),
                weight(at, "travelSeconds"),
                weight(at, "distance"),
                weight(at, "stationDay"),
                weight(at, "kilometreCost"),
                weight(at, "overtime"),
                weight(at, "preferredDate"),
                weight(at, "spacing"),
                weight(at, "evenLoad"));
    }

    private static @Nullable Double weight(Cursor weights, String name) {
        return weights.at(name).optionalNumber(0, MOST_WEIGHT);
    }
}

package ro.caravana.register.batch;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import ro.caravana.register.Change;
import ro.caravana.register.RegisterEvent;
import ro.caravana.statistics.CaseCategory;
import tools.jackson.databind.JsonNode;

/** Reads one event, or says why it cannot be used. Thread-safe. */
public final class EventReader {
    public static final int MOST_CASES = 10_000;

    /** Clocks of an office and of the server may differ by so much. */
    private static final long SECONDS_AHEAD = 300;

    private static final Set<String> FIELDS =
            Set.of("id", "at", "siruta", "category", "change", "ageBand", "sex", "count");
    private static final Pattern UUID_TEXT =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final Pattern ANY_AGE_BAND = Pattern.compile("\\d{1,3}-\\d{1,3}|\\d{1,3}\\+");
    private static final Pattern AGE_BAND = Pattern.compile("(0|[1-9]\\d{0,2})-(0|[1-9]\\d{0,2})|(0|[1-9]\\d{0,2})\\+");

    /** Nobody on record has been older (122 years, J. Calment, verified by Robine and Allard 1999). */
    private static final int OLDEST = 122;

    /** Spreadsheets write 1900 where a day is missing; the unified register of persons itself is younger than this. */
    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

    private static final Map<String, CaseCategory> CATEGORIES = byName(CaseCategory.class);
    private static final Map<String, Change> CHANGES = byName(Change.class);

    /** An event, or the reason why there is none. */
    public sealed interface Outcome {}

    public record Usable(RegisterEvent event) implements Outcome {}

    public record Unusable(Reason reason) implements Outcome {}

    private final IntPredicate knownSiruta;
    /** What was counted before a limit was set stays counted. */
    private final boolean limits;

    /** @param knownSiruta whether a code is that of a locality or UAT of the county */
    public EventReader(IntPredicate knownSiruta) {
        this(knownSiruta, true);
    }

    private EventReader(IntPredicate knownSiruta, boolean limits) {
        this.knownSiruta = knownSiruta;
        this.limits = limits;
    }

    /** Reads what was usable when it was counted: any place, and what limits set later would keep out. */
    public static EventReader again() {
        return new EventReader(siruta -> true, false);
    }

    public Outcome read(JsonNode node, Instant receivedAt) {
        if (!node.isObject()) {
            return new Unusable(Reason.NOT_AN_OBJECT);
        }
        if (!FIELDS.containsAll(node.propertyNames())) {
            return new Unusable(Reason.UNKNOWN_FIELD);
        }
        Optional<UUID> id = id(node);
        Optional<Instant> at = at(node);
        Optional<CaseCategory> category = constant(CATEGORIES, node.path("category"));
        Optional<Change> change = constant(CHANGES, node.path("change"));
        Optional<Reason> fault = fault(node, id, at, category, change, receivedAt);
        if (fault.isPresent()) {
            return new Unusable(fault.get());
        }
        return new Usable(new RegisterEvent(
                id.orElseThrow(),
                at.orElseThrow().truncatedTo(ChronoUnit.MICROS), // as the database keeps it
                node.path("siruta").intValue(),
                category.orElseThrow(),
                change.orElseThrow(),
                node.path("ageBand").asString(""),
                node.path("sex").asString(""),
                node.path("count").intValue()));
    }

    private Optional<Reason> fault(
            JsonNode node,
            Optional<UUID> id,
            Optional<Instant> at,
            Optional<CaseCategory> category,
            Optional<Change> change,
            Instant receivedAt) {
        if (id.isEmpty()) {
            return Optional.of(Reason.BAD_ID);
        }
        if (at.isEmpty() || (limits && at.get().isBefore(EARLIEST))) {
            return Optional.of(Reason.BAD_TIME);
        }
        if (at.get().isAfter(receivedAt.plusSeconds(SECONDS_AHEAD))) {
            return Optional.of(Reason.FUTURE_TIME);
        }
        if (!isWhole(node.path("siruta"))
                || !knownSiruta.test(node.path("siruta").intValue())) {
            return Optional.of(Reason.UNKNOWN_SIRUTA);
        }
        if (category.isEmpty()) {
            return Optional.of(Reason.UNKNOWN_CATEGORY);
        }
        if (change.isEmpty()) {
            return Optional.of(Reason.UNKNOWN_CHANGE);
        }
        return personFault(node);
    }

    private Optional<Reason> personFault(JsonNode node) {
        JsonNode age = node.path("ageBand");
        if (!isAbsent(age) && !(age.isString() && isAgeBand(age.stringValue()))) {
            return Optional.of(Reason.BAD_AGE_BAND);
        }
        JsonNode sex = node.path("sex");
        if (!isAbsent(sex) && !(sex.isString() && Set.of("F", "M").contains(sex.stringValue()))) {
            return Optional.of(Reason.BAD_SEX);
        }
        JsonNode count = node.path("count");
        if (!isWhole(count) || count.intValue() < 1 || count.intValue() > MOST_CASES) {
            return Optional.of(Reason.BAD_COUNT);
        }
        return Optional.empty();
    }

    private static boolean isAbsent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }

    private static boolean isWhole(JsonNode node) {
        return node.isIntegralNumber() && node.canConvertToInt();
    }

    private boolean isAgeBand(String text) {
        if (!(limits ? AGE_BAND : ANY_AGE_BAND).matcher(text).matches()) {
            return false;
        }
        String[] ends = text.replace("+", "").split("-", 2);
        int last = Integer.parseInt(ends[ends.length - 1]);
        return (!limits || last <= OLDEST) && Integer.parseInt(ends[0]) <= last;
    }

    /** Whether a text is a UUID in its usual form (RFC 9562, section 4). */
    public static boolean isId(String text) {
        return UUID_TEXT.matcher(text).matches();
    }

    private static Optional<UUID> id(JsonNode node) {
        JsonNode id = node.path("id");
        return id.isString() && isId(id.stringValue())
                ? Optional.of(UUID.fromString(id.stringValue()))
                : Optional.empty();
    }

    private static Optional<Instant> at(JsonNode node) {
        JsonNode at = node.path("at");
        try {
            return at.isString() ? Optional.of(Instants.parse(at.stringValue())) : Optional.empty();
        } catch (DateTimeParseException fault) {
            return Optional.empty();
        }
    }

    private static <E> Optional<E> constant(Map<String, E> constants, JsonNode node) {
        return node.isString() ? Optional.ofNullable(constants.get(node.stringValue())) : Optional.empty();
    }

    private static <E extends Enum<E>> Map<String, E> byName(Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .collect(Collectors.toUnmodifiableMap(Enum::name, Function.identity()));
    }
}

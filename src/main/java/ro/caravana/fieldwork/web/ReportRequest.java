package ro.caravana.fieldwork.web;

import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ro.caravana.fieldwork.ChecklistItem;
import ro.caravana.fieldwork.Counts;
import ro.caravana.fieldwork.FieldProblem;
import ro.caravana.fieldwork.MissingDocument;
import ro.caravana.fieldwork.NewReport;
import ro.caravana.fieldwork.SentBackReason;
import ro.caravana.fieldwork.Times;
import ro.caravana.statistics.CaseCategory;

/**
 * What a phone says of a visit. Nothing in it is free text, so that no person can be in it.
 *
 * @param visit id of the appointment
 * @param startedAt set off for this visit, by the phone's clock
 * @param arrivedAt at the place
 * @param finishedAt finished and signed; left out while the visit is under way, and then there are no counts
 * @param sentAt the phone's clock at this try; by it we find out how far that clock is off
 * @param served persons by case category
 * @param photos taken
 * @param missing documents not brought: HOUSING, BIRTH_CERTIFICATE, PARENTS_PAPERS, CIVIL_STATUS, LOSS_DECLARATION, FEE_RECEIPT
 * @param sentBack persons by reason: NO_HOUSING_DOCUMENT, NO_BIRTH_CERTIFICATE, PARENTS_WITHOUT_PAPERS, NO_MONEY_FOR_FEE,
 *     OTHER_DOMICILE, NOT_ENOUGH_TIME, KIT_FAILED, OTHER
 * @param feesCovered cards whose fee the county pays
 * @param kilometres driven for this visit, the way home with the day's last one
 * @param checklist what was ticked off
 * @param replaces an earlier report of the same account that this one corrects
 */
record ReportRequest(
        @Nullable String visit,
        @Nullable Instant startedAt,
        @Nullable Instant arrivedAt,
        @Nullable Instant finishedAt,
        @Nullable Instant sentAt,
        @Nullable Map<String, Integer> served,
        @Nullable Integer photos,
        @Nullable Map<String, Integer> missing,
        @Nullable Map<String, Integer> sentBack,
        @Nullable Integer feesCovered,
        @Nullable Double kilometres,
        @Nullable List<String> checklist,
        @Nullable Signature signature,
        @Nullable String replaces) {
    /** Nobody counts more at one visit; what is above is a slip of the finger. */
    private static final int MOST_PERSONS = 500;

    private static final int MOST_PHOTOS = 2_000;
    private static final int MOST_KILOMETRES = 1_500;
    private static final int METRES = 1_000;
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    /**
     * @param account of the team member who signed
     * @param sha256 of the signed text, hexadecimal; a phone without a secure connection cannot make one
     */
    record Signature(@Nullable String account, @Nullable String sha256) {}

    NewReport report(@Nullable String key) {
        if (visit == null || visit.isBlank()) {
            throw new FieldProblem.BadReport(
                    "visit", "Say which visit the report is of; the visits are at /api/v1/visits.");
        }
        Optional<Signature> signed = Optional.ofNullable(signature);
        return new NewReport(
                uuid(key).orElseThrow(FieldProblem.KeyUnusable::new),
                visit,
                new Times(
                        Optional.ofNullable(startedAt),
                        Optional.ofNullable(arrivedAt),
                        Optional.ofNullable(finishedAt)),
                Optional.ofNullable(sentAt),
                counts(),
                items(),
                signed.map(Signature::account),
                signed.map(Signature::sha256).map(ReportRequest::hash),
                replaced());
    }

    private Counts counts() {
        return new Counts(
                byCode("served", CaseCategory.class, served),
                within("photos", photos, MOST_PHOTOS),
                byCode("missing", MissingDocument.class, missing),
                byCode("sentBack", SentBackReason.class, sentBack),
                within("feesCovered", feesCovered, MOST_PERSONS),
                metres());
    }

    private int metres() {
        double driven = kilometres == null ? 0 : kilometres;
        if (!(driven >= 0 && driven <= MOST_KILOMETRES)) {
            throw new FieldProblem.BadReport("kilometres", "A visit takes 0 to " + MOST_KILOMETRES + " km.");
        }
        return (int) Math.round(driven * METRES);
    }

    private Set<ChecklistItem> items() {
        Set<ChecklistItem> items = EnumSet.noneOf(ChecklistItem.class);
        for (String code : checklist == null ? List.<String>of() : checklist) {
            items.add(code("checklist", ChecklistItem.class, code));
        }
        return items;
    }

    private Optional<String> replaced() {
        if (replaces == null) {
            return Optional.empty();
        }
        return Optional.of(uuid(replaces)
                .orElseThrow(() -> new FieldProblem.BadReport("replaces", "Name the earlier report by its UUID.")));
    }

    /** In its usual form, lower case. */
    private static Optional<String> uuid(@Nullable String text) {
        try {
            return Optional.ofNullable(text)
                    .map(String::strip)
                    .map(UUID::fromString)
                    .map(UUID::toString);
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static String hash(String text) {
        if (!SHA256.matcher(text).matches()) {
            throw new FieldProblem.BadReport("signature", "\"sha256\" has 64 hexadecimal digits in lower case.");
        }
        return text;
    }

    private static <E extends Enum<E>> Map<E, Integer> byCode(
            String field, Class<E> type, @Nullable Map<String, Integer> counts) {
        Map<E, Integer> known = new EnumMap<>(type);
        if (counts != null) {
            counts.forEach((code, count) -> known.put(code(field, type, code), within(field, count, MOST_PERSONS)));
        }
        return known;
    }

    private static int within(String field, @Nullable Integer count, int most) {
        int value = count == null ? 0 : count;
        if (value < 0 || value > most) {
            throw new FieldProblem.BadReport(field, "A count is a whole number from 0 to " + most + ".");
        }
        return value;
    }

    private static <E extends Enum<E>> E code(String field, Class<E> type, @Nullable String code) {
        try {
            return Enum.valueOf(type, code == null ? "" : code);
        } catch (IllegalArgumentException unknown) {
            throw new FieldProblem.BadReport(
                    field, "Known codes: " + EnumSet.allOf(type).toString().replaceAll("[\\[\\]]", "") + ".");
        }
    }
}

package ro.caravana.documents.text;

import java.text.NumberFormat;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ro.caravana.workgroup.MonthFacts;

/** A month's figures in words, for paper and workbook alike. */
public final class MonthWords {
    private final Texts texts;

    public MonthWords(Texts texts) {
        this.texts = texts;
    }

    /** The number, that it is so many or more, or the word for a hidden one. */
    public String persons(MonthFacts.Shown shown) {
        if (shown.count() == null) {
            return texts.text("hidden");
        }
        return (shown.isAtLeast() ? "≥ " : "") + texts.number(shown.count());
    }

    /** A sum since January: for others than planners it was rounded down, so it is that or more. */
    public String sinceJanuary(MonthFacts.Shown shown, boolean internal) {
        return internal || shown.count() == null ? persons(shown) : "≥ " + persons(shown);
    }

    public static long orZero(MonthFacts.Shown shown) {
        return Objects.requireNonNullElse(shown.count(), 0L);
    }

    public String share(@Nullable Double share) {
        if (share == null) {
            return texts.text("month-unknown");
        }
        NumberFormat format = NumberFormat.getPercentInstance(texts.language().locale());
        format.setMaximumFractionDigits(share < 0.1 ? 1 : 0);
        return format.format(share);
    }

    /** 12% (9%–15%), or that it cannot be said. */
    public String interval(@Nullable Double share, @Nullable Double from, @Nullable Double to) {
        return share == null || from == null || to == null
                ? share(share)
                : texts.text("month-share-interval", share(share), share(from), share(to));
    }

    /** 4,3 (4,1–4,6). */
    public String average(MonthFacts.Question question) {
        if (question.average() == null || question.averageFrom() == null || question.averageTo() == null) {
            return texts.text("month-unknown");
        }
        NumberFormat format = NumberFormat.getNumberInstance(texts.language().locale());
        format.setMinimumFractionDigits(1);
        format.setMaximumFractionDigits(1);
        return texts.text(
                "month-share-interval",
                format.format(question.average()),
                format.format(question.averageFrom()),
                format.format(question.averageTo()));
    }

    /** 20–35; a dash where nothing is known. */
    public String expected(MonthFacts.CategoryRow row) {
        return row.expectedLow() == null || row.expectedHigh() == null
                ? "–"
                : texts.number(row.expectedLow()) + "–" + texts.number(row.expectedHigh());
    }

    /** Of a goal; empty without one, or where the figure is hidden. */
    public String reached(MonthFacts.Shown reached, @Nullable Integer goal) {
        return goal == null || goal == 0 || reached.count() == null
                ? ""
                : share(Math.round(100.0 * reached.count() / goal) / 100.0);
    }

    /** Why a visit was not held. */
    public String why(MonthFacts.MissedVisit visit) {
        String why = texts.text("month-why-" + visit.why(), visit.newDate() == null ? "" : texts.date(visit.newDate()));
        return visit.reason() == null ? why : why + ": " + visit.reason();
    }

    /** Where a decision stood on the report's last day. */
    public String state(MonthFacts.Task task, boolean overdue) {
        String state = texts.text("month-state-" + (overdue ? "OVERDUE" : task.state()));
        return switch (task.carried()) {
            case 0 -> state;
            case 1 -> texts.text("month-carried-once", state);
            default -> texts.text("month-carried", state, task.carried());
        };
    }

    /** UATs whose coverage is known, the lowest first. */
    public Stream<MonthFacts.Area> lowest(MonthFacts.Coverage coverage, int most) {
        return coverage.areas().stream()
                .filter(area -> area.covered() != null)
                .sorted(Comparator.comparing(MonthFacts.Area::covered).thenComparing(MonthFacts.Area::name))
                .limit(most);
    }
}

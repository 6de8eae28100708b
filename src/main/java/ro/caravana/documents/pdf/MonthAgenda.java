package ro.caravana.documents.pdf;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ro.caravana.documents.text.MonthWords;
import ro.caravana.documents.text.Texts;
import ro.caravana.workgroup.MonthFacts;

/** The agenda that a month's facts suggest: what there is to talk about, in the order in which it is decided. */
final class MonthAgenda {
    private static final int PLACES_NAMED = 4;

    private final Texts texts;
    private final MonthWords words;
    private final MonthFacts facts;

    MonthAgenda(Texts texts, MonthFacts facts) {
        this.texts = texts;
        this.words = new MonthWords(texts);
        this.facts = facts;
    }

    record Item(String head, String text) {}

    List<Item> items() {
        return List.of(
                new Item(texts.text("month-agenda-tasks"), tasks()),
                new Item(
                        texts.text("month-agenda-plan"),
                        texts.text(
                                "month-agenda-plan-text",
                                words.persons(facts.targets().get(0).reached()),
                                words.sinceJanuary(facts.targets().get(2).reached(), facts.internal()))),
                new Item(texts.text("month-agenda-missed"), missed()),
                new Item(texts.text("month-agenda-silent"), silent()),
                new Item(texts.text("month-agenda-sent-back"), sentBack()),
                new Item(texts.text("month-agenda-coverage"), coverage()),
                new Item(texts.text("month-agenda-next"), next()),
                new Item(
                        texts.text("month-agenda-money"),
                        texts.text(
                                "month-agenda-money-text",
                                texts.lei(facts.money().spentMonth()),
                                texts.lei(facts.money().spentYear()),
                                facts.money().budget() == 0
                                        ? texts.text("month-no-budget")
                                        : texts.lei(facts.money().budget()))));
    }

    private String tasks() {
        LocalDate asOf = facts.asOf();
        long open = facts.tasks().stream().filter(task -> is(task, "OPEN")).count();
        long overdue = facts.tasks().stream()
                .filter(task -> is(task, "OPEN") && task.due().isBefore(asOf))
                .count();
        long done = facts.tasks().stream().filter(task -> is(task, "DONE")).count();
        return texts.text("month-agenda-tasks-text", open, overdue, done);
    }

    private static boolean is(MonthFacts.Task task, String state) {
        return task.state().equals(state);
    }

    private String missed() {
        MonthFacts.Visits visits = facts.visits();
        return visits.missed() == 0
                ? texts.text("month-agenda-missed-none")
                : texts.text(
                        "month-agenda-missed-text",
                        visits.missed(),
                        visits.moved(),
                        visits.cancelled(),
                        visits.declined(),
                        visits.notAgreed(),
                        visits.notReported());
    }

    private String silent() {
        List<MonthFacts.SilentPartner> silent = facts.silentPartners();
        String named = Stream.concat(
                        silent.stream()
                                .map(MonthFacts.SilentPartner::uat)
                                .distinct()
                                .limit(PLACES_NAMED),
                        silent.stream()
                                .map(MonthFacts.SilentPartner::uat)
                                .distinct()
                                .skip(PLACES_NAMED)
                                .limit(1)
                                .map(more -> "…"))
                .collect(Collectors.joining(", "));
        return silent.isEmpty()
                ? texts.text("month-agenda-silent-none", MonthFacts.DAYS_UNTIL_RAISED)
                : texts.text("month-agenda-silent-text", silent.size(), MonthFacts.DAYS_UNTIL_RAISED, named);
    }

    private String sentBack() {
        List<MonthFacts.SentBackRow> known = new ArrayList<>(facts.sentBack());
        known.removeIf(row -> row.persons().count() == null);
        known.sort(Comparator.comparing((MonthFacts.SentBackRow row) -> MonthWords.orZero(row.persons()))
                .reversed());
        if (facts.sentBack().isEmpty()) {
            return texts.text("month-agenda-sent-back-none");
        }
        String often = known.isEmpty()
                ? texts.text("hidden")
                : texts.text("month-reason-" + known.get(0).reason());
        return texts.text(
                "month-agenda-sent-back-text", words.persons(facts.persons().sentBack()), often);
    }

    private String coverage() {
        String lowest = words.lowest(facts.coverage(), PLACES_NAMED)
                .map(MonthFacts.Area::name)
                .collect(Collectors.joining(", "));
        long behind = facts.coverage().areas().stream()
                .filter(MonthFacts.Area::behind)
                .count();
        return lowest.isEmpty()
                ? texts.text("month-agenda-coverage-none")
                : texts.text("month-agenda-coverage-text", lowest, behind);
    }

    private String next() {
        MonthFacts.NextMonth next = facts.next();
        List<String> uats = next.uats();
        String named = Stream.concat(
                        uats.stream().limit(PLACES_NAMED * 2L),
                        uats.size() > PLACES_NAMED * 2 ? Stream.of("…") : Stream.empty())
                .collect(Collectors.joining(", "));
        return texts.text(
                "month-agenda-next-text",
                next.visits(),
                next.days(),
                next.agreed(),
                named.isEmpty() ? "" : "UAT: " + named + (named.endsWith("…") ? "" : "."));
    }
}

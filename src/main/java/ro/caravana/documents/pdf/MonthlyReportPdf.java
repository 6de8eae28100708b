package ro.caravana.documents.pdf;

import com.samskivert.mustache.Template;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ro.caravana.documents.model.Audience;
import ro.caravana.documents.text.MonthWords;
import ro.caravana.documents.text.Texts;
import ro.caravana.workgroup.MonthFacts;
import ro.caravana.workgroup.Targets;

/** The working group's monthly report on A4. The same facts give the same bytes. Thread-safe. */
public final class MonthlyReportPdf {
    private static final Template TEMPLATE = Templates.load("monthly-report");
    private static final int LOWEST_SHOWN = 10;

    private final Texts texts;
    private final MonthWords words;

    public MonthlyReportPdf(Texts texts) {
        this.texts = texts;
        this.words = new MonthWords(texts);
    }

    public byte[] write(MonthFacts facts) {
        return PdfWriter.write(html(facts), facts.builtAt());
    }

    record Sum(String figure, String label) {}

    record Category(String name, String expected, String month, String year, String goal, String share) {}

    record Promise(String name, String visitsGoal, String visits, String personsGoal, String persons) {}

    record Named(String name, String persons) {}

    record Uat(String name, String planned, String done, String missed, String expected, String served) {}

    record Missed(String date, String uat, String locality, String why) {}

    record Silent(String uat, String locality, String partner, String date, String asked) {}

    record Swatch(String colour, String label) {}

    record Low(String name, String covered, String interval) {}

    record Task(String subject, String owner, String due, String css, String state) {}

    record Line(String css, String name, String budget, String spent, String expected) {}

    String html(MonthFacts facts) {
        Map<String, Object> page = new HashMap<>(frame(facts));
        page.putAll(summary(facts));
        page.putAll(plan(facts));
        page.putAll(visits(facts));
        page.putAll(silent(facts));
        page.putAll(coverage(facts));
        page.putAll(tasksAndMoney(facts));
        page.putAll(quality(facts.quality()));
        return TEMPLATE.execute(page);
    }

    private Map<String, Object> frame(MonthFacts facts) {
        Map<String, Object> page = new HashMap<>();
        YearMonth month = YearMonth.parse(facts.month());
        page.put("t", Templates.messages(texts));
        page.put("language", texts.language().tag());
        page.put("council", texts.text("county-council", facts.county()));
        page.put("directorate", texts.text("directorate", facts.county()));
        page.put("title", texts.text("month-title", texts.month(month)));
        page.put("subtitle", texts.text("month-subtitle", facts.county()));
        page.put("month-name", texts.month(month));
        page.put("closed", facts.closed());
        page.put("closed-mark", texts.text("month-closed-mark", texts.moment(facts.builtAt())));
        page.put("synthetic", facts.synthetic());
        page.put("internal", facts.internal());
        page.put("generated", texts.text("month-generated", texts.moment(facts.builtAt()), texts.date(facts.asOf())));
        page.put("suppression", texts.suppression(facts.internal() ? Audience.INTERNAL : Audience.SHARED));
        return page;
    }

    private Map<String, Object> summary(MonthFacts facts) {
        MonthFacts.MoneyRow money = facts.money();
        long uats = facts.uats().stream().filter(uat -> uat.done() > 0).count();
        return Map.of(
                "first-sums",
                List.of(
                        new Sum(
                                texts.number(facts.visits().done()),
                                texts.text("month-sum-done", facts.visits().planned())),
                        new Sum(words.persons(facts.persons().served()), texts.text("month-sum-served")),
                        new Sum(texts.number(uats), texts.text("month-sum-uats"))),
                "second-sums",
                List.of(
                        new Sum(words.share(facts.coverage().covered()), texts.text("month-sum-covered")),
                        new Sum(texts.distance(money.metresMonth()), texts.text("month-sum-km", money.daysMonth())),
                        new Sum(lei(money.perPerson()), texts.text("month-sum-cost"))),
                "agenda",
                new MonthAgenda(texts, facts).items(),
                "late",
                facts.lateVisits() == 0 ? List.of() : List.of(texts.text("month-late", facts.lateVisits())));
    }

    private String lei(@Nullable Long bani) {
        return bani == null ? "–" : texts.lei(bani);
    }

    private Map<String, Object> plan(MonthFacts facts) {
        Map<String, Object> page = new HashMap<>();
        YearMonth month = YearMonth.parse(facts.month());
        double passed = facts.asOf().getDayOfYear() / (double) facts.asOf().lengthOfYear();
        page.put("has-goals", facts.targets().stream().anyMatch(target -> target.goal() != null));
        page.put(
                "year-share-head",
                texts.text("month-year-share", String.valueOf(month.getYear()), words.share(passed)));
        page.put(
                "targets",
                facts.targets().stream().map(row -> target(row, facts)).toList());
        page.put(
                "year-note",
                facts.internal()
                        ? texts.text("month-year-note")
                        : texts.text(
                                facts.closed() ? "month-year-note-shared" : "month-open-note-shared",
                                facts.threshold()));
        page.put(
                "categories",
                facts.categories().stream()
                        .map(row -> new Category(
                                texts.text("month-case-" + row.category()),
                                words.expected(row),
                                words.persons(row.month()),
                                words.sinceJanuary(row.year(), facts.internal()),
                                row.goal() == null ? "" : texts.number(row.goal()),
                                words.reached(row.year(), row.goal())))
                        .toList());
        boolean expected = facts.categories().stream().anyMatch(row -> row.expectedLow() != null);
        page.put("has-expected", expected);
        page.put("expected-note", expected ? List.of(texts.text("month-expected-note")) : List.of());
        page.put("internal-goals", facts.internal());
        page.put("has-uat-goals", !facts.goalsOfUats().isEmpty());
        page.put("uat-goals", facts.goalsOfUats().stream().map(this::promise).toList());
        page.put("total-month", words.persons(facts.persons().served()));
        page.put("total-year", words.sinceJanuary(facts.targets().get(2).reached(), facts.internal()));
        page.put("has-sent-back", !facts.sentBack().isEmpty());
        page.put(
                "sent-back",
                facts.sentBack().stream()
                        .map(row -> new Named(texts.text("month-reason-" + row.reason()), words.persons(row.persons())))
                        .toList());
        page.put("total-sent-back", words.persons(facts.persons().sentBack()));
        return page;
    }

    private Map<String, Object> target(MonthFacts.TargetRow row, MonthFacts facts) {
        boolean exact = facts.internal() || !row.measure().equals(Targets.PERSONS);
        String share = words.reached(row.reached(), row.goal());
        long width = share.isEmpty()
                ? 0
                : Math.min(
                        100, Math.round(100.0 * MonthWords.orZero(row.reached()) / Objects.requireNonNull(row.goal())));
        return Map.of(
                "name",
                texts.text("month-measure-" + row.measure()),
                "goal",
                row.goal() == null ? "–" : texts.number(row.goal()),
                "reached",
                words.sinceJanuary(row.reached(), exact),
                "share",
                share,
                "has-bar",
                !share.isEmpty(),
                "width",
                width);
    }

    private Promise promise(MonthFacts.UatGoal row) {
        return new Promise(
                row.name(),
                number(row.visitsGoal()),
                texts.number(row.visits()),
                number(row.personsGoal()),
                row.persons() == null ? "" : texts.number(row.persons()));
    }

    private String number(@Nullable Integer goal) {
        return goal == null ? "–" : texts.number(goal);
    }

    private Map<String, Object> visits(MonthFacts facts) {
        MonthFacts.Visits sizes = facts.visits();
        Map<String, Object> page = new HashMap<>();
        page.put(
                "visits-line",
                texts.text(
                        "month-visits-line",
                        sizes.planned(),
                        sizes.done(),
                        sizes.missed(),
                        sizes.toCome(),
                        words.persons(facts.persons().handedOver())));
        page.put("has-uats", !facts.uats().isEmpty());
        page.put("uats", facts.uats().stream().map(this::uat).toList());
        page.put("total-planned", texts.number(sizes.planned()));
        page.put("total-done", texts.number(sizes.done()));
        page.put("total-missed", texts.number(sizes.missed()));
        page.put("total-expected", words.persons(facts.persons().expected()));
        page.put("has-missed", !facts.missed().isEmpty());
        page.put(
                "missed",
                facts.missed().stream()
                        .map(visit ->
                                new Missed(texts.date(visit.date()), visit.uat(), visit.locality(), words.why(visit)))
                        .toList());
        return page;
    }

    private Map<String, Object> silent(MonthFacts facts) {
        List<Silent> rows = facts.silentPartners().stream()
                .map(row -> new Silent(
                        row.uat(),
                        row.locality(),
                        texts.text("month-partner-" + row.partner()),
                        texts.date(row.date()),
                        texts.date(row.askedOn())))
                .toList();
        return Map.of(
                "silent-title",
                texts.text("month-silent-title", MonthFacts.DAYS_UNTIL_RAISED),
                "has-silent",
                !rows.isEmpty(),
                "silent",
                rows);
    }

    private Uat uat(MonthFacts.UatRow row) {
        return new Uat(
                row.name(),
                texts.number(row.planned()),
                texts.number(row.done()),
                texts.number(row.missed()),
                words.persons(row.expected()),
                row.served() == null ? "–" : words.persons(row.served()));
    }

    private Map<String, Object> coverage(MonthFacts facts) {
        MonthFacts.Coverage coverage = facts.coverage();
        String county = words.interval(coverage.covered(), coverage.coveredFrom(), coverage.coveredTo());
        List<Low> lowest = words.lowest(coverage, LOWEST_SHOWN)
                .map(area -> new Low(
                        area.name(),
                        words.share(area.covered()),
                        words.share(area.coveredFrom()) + "–" + words.share(area.coveredTo())))
                .toList();
        return Map.of(
                "coverage-line", texts.text("month-coverage-line", texts.date(facts.asOf()), county),
                "map", CoverageSketch.draw(coverage, texts.text("month-map-description")),
                "legend", legend(),
                "map-note",
                        texts.text(
                                "month-map-note",
                                texts.text(coverage.generalised() ? "month-map-generalised" : "month-map-official")),
                "has-lowest", !lowest.isEmpty(),
                "lowest", lowest);
    }

    private List<Swatch> legend() {
        List<Double> limits = CoverageSketch.LIMITS;
        List<Swatch> legend = new ArrayList<>();
        for (int i = 0; i < limits.size(); i++) {
            String from = words.share(limits.get(i));
            String label = i == 0
                    ? texts.text("month-legend-under", words.share(limits.get(1)))
                    : i == limits.size() - 1
                            ? texts.text("month-legend-over", from)
                            : texts.text("month-legend-from", from, words.share(limits.get(i + 1)));
            legend.add(new Swatch(CoverageSketch.COLOURS.get(i), label));
        }
        legend.add(new Swatch(CoverageSketch.NO_DATA, texts.text("month-legend-none")));
        return legend;
    }

    private Map<String, Object> tasksAndMoney(MonthFacts facts) {
        MonthFacts.MoneyRow money = facts.money();
        return Map.of(
                "has-tasks", !facts.tasks().isEmpty(),
                "tasks", facts.tasks().stream().map(task -> task(task, facts)).toList(),
                "money-line", texts.text("month-money-line", lei(money.perPerson()), lei(money.plannedPerPerson())),
                "money",
                        Stream.concat(
                                        money.lines().stream().map(line -> line("", line, money.budget() == 0)),
                                        Stream.of(line(
                                                "total",
                                                new MonthFacts.MoneyLine(
                                                        "", money.budget(), money.spentYear(), money.expected()),
                                                money.budget() == 0)))
                                .toList());
    }

    record Said(String name, String average, String satisfied) {}

    private Map<String, Object> quality(MonthFacts.@Nullable Quality quality) {
        if (quality == null) {
            return Map.of("quality-line", texts.text("month-quality-none"), "has-quality", false, "said", List.of());
        }
        return Map.of(
                "quality-line",
                texts.text("month-quality-line", quality.answers()),
                "has-quality",
                true,
                "said",
                quality.questions().stream()
                        .map(question -> new Said(
                                texts.text("quality-question-" + question.number()),
                                words.average(question),
                                words.interval(question.satisfied(), question.satisfiedFrom(), question.satisfiedTo())))
                        .toList());
    }

    private Task task(MonthFacts.Task task, MonthFacts facts) {
        boolean overdue = task.state().equals("OPEN") && task.due().isBefore(facts.asOf());
        return new Task(
                task.subject(),
                task.owner(),
                texts.date(task.due()),
                overdue ? "late" : "",
                words.state(task, overdue));
    }

    /** @param unset nobody has set the year's budget: nothing is said of it, not that it is nothing */
    private Line line(String css, MonthFacts.MoneyLine line, boolean unset) {
        return new Line(
                css,
                line.line().isEmpty() ? texts.text("money-total") : texts.text("money-line-" + line.line()),
                unset ? "–" : texts.amount(line.budget()),
                texts.amount(line.spentYear()),
                texts.amount(line.expected()));
    }
}

package ro.caravana.documents.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Collator;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;
import ro.caravana.documents.model.Audience;
import ro.caravana.documents.text.Language;
import ro.caravana.documents.text.MonthWords;
import ro.caravana.documents.text.Texts;
import ro.caravana.workgroup.MonthFacts;
import ro.caravana.workgroup.Targets;

/** The working group's monthly report as a workbook: the same figures as on paper, a table on each sheet. Thread-safe. */
public final class MonthlyReportWorkbook {
    /** As people read a list; in closed months, too, whose facts lie in the order of the codes. */
    private static final Comparator<MonthFacts.Area> BY_NAME = Comparator.comparing(
                    MonthFacts.Area::name, Collator.getInstance(Language.RO.locale()))
            .thenComparing(MonthFacts.Area::siruta);

    private final Texts texts;
    private final MonthWords words;

    public MonthlyReportWorkbook(Texts texts) {
        this.texts = texts;
        this.words = new MonthWords(texts);
    }

    public byte[] write(MonthFacts facts) {
        String title = texts.text("month-title", texts.month(YearMonth.parse(facts.month())));
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Caravana", "1.0")) {
            workbook.setGlobalDefaultFont("Liberation Sans", 10);
            workbook.properties().setTitle(title).setCompany(texts.text("directorate", facts.county()));
            Book book = new Book(workbook, title, mark(facts));
            summary(book, facts);
            uats(book, facts);
            categories(book, facts);
            uatGoals(book, facts);
            missed(book, facts);
            coverage(book, facts);
            tasks(book, facts);
            money(book, facts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return StableZip.repack(bytes.toByteArray(), facts.builtAt());
    }

    /** What stands above every table. */
    private String mark(MonthFacts facts) {
        String mark = facts.closed()
                ? texts.text("month-closed-mark", texts.moment(facts.builtAt()))
                : texts.text("month-draft");
        return facts.synthetic() ? mark + " · " + texts.text("synthetic-mark") : mark;
    }

    /** A workbook being written, whose sheets all begin alike. */
    private final class Book {
        private final Workbook workbook;
        private final String title;
        private final String mark;

        Book(Workbook workbook, String title, String mark) {
            this.workbook = workbook;
            this.title = title;
            this.mark = mark;
        }

        TableSheet sheet(String name, TableSheet.Column... columns) {
            return new TableSheet(workbook.newWorksheet(texts.text(name)), texts, title, mark, List.of(columns));
        }

        /** The last columns are in the internal copy only, as on paper. */
        TableSheet sheet(String name, boolean internal, int internally, TableSheet.Column... columns) {
            return sheet(name, Arrays.copyOf(columns, columns.length - (internal ? 0 : internally)));
        }
    }

    private TableSheet.Column words(String key, int width) {
        return new TableSheet.Column(texts.text(key), width, "");
    }

    private TableSheet.Column count(String key) {
        return new TableSheet.Column(texts.text(key), 16, TableSheet.COUNT);
    }

    private TableSheet.Column money(String key) {
        return new TableSheet.Column(texts.text(key), 18, TableSheet.MONEY);
    }

    private TableSheet.Column share(String key) {
        return new TableSheet.Column(texts.text(key), 14, TableSheet.SHARE);
    }

    /** A number stays one; a hidden one is its word, and one that was rounded down says so. */
    private Object persons(MonthFacts.Shown shown) {
        return shown.count() == null || shown.isAtLeast() ? new MonthWords(texts).persons(shown) : shown.count();
    }

    /** As on paper: a sum that was rounded down says so. */
    private Object sinceJanuary(MonthFacts.Shown shown, boolean exact) {
        return exact ? persons(shown) : words.sinceJanuary(shown, false);
    }

    private void summary(Book book, MonthFacts facts) {
        MonthFacts.Visits visits = facts.visits();
        TableSheet table = book.sheet(
                "month-sheet-summary", words("month-measure", 46), count("month-value"), count("month-goal"));
        table.row(texts.text("month-planned"), visits.planned())
                .row(texts.text("month-done"), visits.done())
                .row(texts.text("month-missed"), visits.missed())
                .row(texts.text("month-expected"), persons(facts.persons().expected()))
                .row(texts.text("month-served"), persons(facts.persons().served()));
        facts.targets()
                .forEach(target -> table.row(
                        texts.text("month-measure-year", texts.text("month-measure-" + target.measure())),
                        sinceJanuary(
                                target.reached(),
                                facts.internal() || !target.measure().equals(Targets.PERSONS)),
                        target.goal()));
        facts.sentBack()
                .forEach(row -> table.row(
                        texts.text("month-sent-back") + ": " + texts.text("month-reason-" + row.reason()),
                        persons(row.persons())));
        table.row(texts.text("month-generated", texts.moment(facts.builtAt()), texts.date(facts.asOf())))
                .row(texts.suppression(facts.internal() ? Audience.INTERNAL : Audience.SHARED));
    }

    private void uats(Book book, MonthFacts facts) {
        TableSheet table = book.sheet(
                "month-sheet-uats",
                count("month-siruta"),
                words("column-uat", 26),
                count("month-planned"),
                count("month-done"),
                count("month-missed"),
                count("month-expected"),
                count("month-served"));
        facts.uats()
                .forEach(row -> table.row(
                        String.valueOf(row.siruta()),
                        row.name(),
                        row.planned(),
                        row.done(),
                        row.missed(),
                        persons(row.expected()),
                        row.served() == null ? null : persons(row.served())));
        table.total(
                null,
                texts.text("month-total"),
                facts.visits().planned(),
                facts.visits().done(),
                facts.visits().missed(),
                persons(facts.persons().expected()),
                persons(facts.persons().served()));
    }

    private void categories(Book book, MonthFacts facts) {
        TableSheet table = book.sheet(
                "month-sheet-categories",
                facts.internal(),
                2,
                words("month-category", 36),
                count("month-served"),
                count("month-since-january"),
                count("month-goal"),
                count("month-expected-low"),
                count("month-expected-high"));
        facts.categories()
                .forEach(row -> table.row(
                        texts.text("month-case-" + row.category()),
                        persons(row.month()),
                        sinceJanuary(row.year(), facts.internal()),
                        row.goal(),
                        row.expectedLow(),
                        row.expectedHigh()));
    }

    private void uatGoals(Book book, MonthFacts facts) {
        TableSheet table = book.sheet(
                "month-sheet-uat-goals",
                facts.internal(),
                1,
                count("month-siruta"),
                words("column-uat", 26),
                count("month-goal-visits"),
                count("month-held-visits"),
                count("month-goal-persons"),
                count("month-served-year"));
        facts.goalsOfUats()
                .forEach(row -> table.row(
                        String.valueOf(row.siruta()),
                        row.name(),
                        row.visitsGoal(),
                        row.visits(),
                        row.personsGoal(),
                        row.persons()));
    }

    private void missed(Book book, MonthFacts facts) {
        TableSheet table = book.sheet(
                "month-sheet-missed",
                words("column-date", 14),
                words("column-uat", 26),
                words("column-locality", 26),
                words("month-why", 60));
        facts.missed().forEach(visit -> table.row(visit.date(), visit.uat(), visit.locality(), words.why(visit)));
    }

    private void coverage(Book book, MonthFacts facts) {
        TableSheet table = book.sheet(
                "month-sheet-coverage",
                count("month-siruta"),
                words("column-uat", 26),
                share("month-covered"),
                share("month-interval-from"),
                share("month-interval-to"));
        facts.coverage().areas().stream()
                .sorted(BY_NAME)
                .forEach(area -> table.row(
                        String.valueOf(area.siruta()),
                        area.name(),
                        orWord(area.covered()),
                        area.coveredFrom(),
                        area.coveredTo()));
    }

    private Object orWord(@Nullable Double share) {
        return share == null ? texts.text("month-unknown") : share;
    }

    private void tasks(Book book, MonthFacts facts) {
        TableSheet table = book.sheet(
                "month-sheet-tasks",
                words("month-task", 60),
                words("month-owner", 30),
                words("month-due", 14),
                words("month-state", 30));
        facts.tasks().forEach(task -> {
            boolean overdue = task.state().equals("OPEN") && task.due().isBefore(facts.asOf());
            table.row(task.subject(), task.owner(), task.due(), words.state(task, overdue));
        });
    }

    private void money(Book book, MonthFacts facts) {
        TableSheet table = book.sheet(
                "money-sheet",
                words("money-line", 36),
                money("money-budget"),
                money("money-spent"),
                money("money-expected"));
        MonthFacts.MoneyRow money = facts.money();
        boolean unset = money.budget() == 0;
        money.lines()
                .forEach(line -> table.row(
                        texts.text("money-line-" + line.line()),
                        unset ? null : line.budget() / 100.0,
                        line.spentYear() / 100.0,
                        line.expected() / 100.0));
        table.total(
                texts.text("money-total"),
                unset ? texts.text("month-no-budget") : (Object) (money.budget() / 100.0),
                money.spentYear() / 100.0,
                money.expected() / 100.0);
    }
}

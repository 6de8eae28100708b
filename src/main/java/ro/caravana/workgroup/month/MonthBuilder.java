package ro.caravana.workgroup.month;

import java.text.Collator;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ro.caravana.access.Role;
import ro.caravana.access.Viewer;
import ro.caravana.coordination.Appointment;
import ro.caravana.coordination.OpenQuestions;
import ro.caravana.disclosure.DisclosureGate;
import ro.caravana.disclosure.ExpectedCases;
import ro.caravana.disclosure.PublishedNeedMap;
import ro.caravana.disclosure.PublishedNeeds;
import ro.caravana.disclosure.ShownPersons;
import ro.caravana.disclosure.SmallParts;
import ro.caravana.disclosure.VisitPersons;
import ro.caravana.fieldwork.FieldReports;
import ro.caravana.fieldwork.VisitOutcome;
import ro.caravana.statistics.CaseCategory;
import ro.caravana.territory.TerritoryRegistry;
import ro.caravana.workgroup.Decision;
import ro.caravana.workgroup.Decisions;
import ro.caravana.workgroup.MonthFacts;
import ro.caravana.workgroup.MonthFacts.Shown;
import ro.caravana.workgroup.Targets;
import ro.caravana.workgroup.goal.TargetBook;
import ro.caravana.workgroup.month.MonthVisits.Fate;
import ro.caravana.workgroup.month.MonthVisits.Planned;
import ro.caravana.workgroup.quality.Results;

/** Gathers a month's facts for one audience, from everything that is known now. Thread-safe. */
@Component
class MonthBuilder {
    private static final Locale ROMANIAN = Locale.forLanguageTag("ro");

    private final MonthVisits visits;
    private final FieldReports reports;
    private final MonthMoney money;
    private final CountyPicture picture;
    private final TargetBook targets;
    private final Decisions decisions;
    private final Results results;
    private final DisclosureGate gate;
    private final VisitPersons persons;
    private final PublishedNeeds needs;
    private final TerritoryRegistry territory;
    private final OpenQuestions questions;
    private final ExpectedCases cases;

    @SuppressWarnings("TooManyParameters") // a month's report has this many sources
    MonthBuilder(
            MonthVisits visits,
            FieldReports reports,
            MonthMoney money,
            CountyPicture picture,
            TargetBook targets,
            Decisions decisions,
            Results results,
            DisclosureGate gate,
            VisitPersons persons,
            PublishedNeeds needs,
            TerritoryRegistry territory,
            OpenQuestions questions,
            ExpectedCases cases) {
        this.visits = visits;
        this.reports = reports;
        this.money = money;
        this.picture = picture;
        this.targets = targets;
        this.decisions = decisions;
        this.results = results;
        this.gate = gate;
        this.persons = persons;
        this.needs = needs;
        this.territory = territory;
        this.questions = questions;
        this.cases = cases;
    }

    /** When and for whom facts are gathered. */
    record Moment(YearMonth month, LocalDate asOf, Instant now, boolean closing, boolean internal, int lateVisits) {
        Viewer viewer() {
            return new Viewer("", Set.of(internal ? Role.PLANNER : Role.VIEWER));
        }
    }

    MonthFacts build(Moment moment) {
        YearMonth month = moment.month();
        Viewer viewer = moment.viewer();
        List<VisitOutcome> year = reports.between(month.atDay(1).withDayOfYear(1), moment.asOf());
        List<VisitOutcome> held = year.stream()
                .filter(outcome -> YearMonth.from(outcome.date()).equals(month))
                .toList();
        List<Planned> planned = visits.list(month, moment.asOf(), held);
        ServedFigures figures = new ServedFigures(gate, viewer, held, year, moment.closing());
        Expected expected = Expected.of(persons.seenBy(viewer), planned, gate.threshold());
        return new MonthFacts(
                month.toString(),
                moment.internal(),
                moment.asOf(),
                moment.now(),
                moment.closing(),
                territory.current().county(),
                gate.threshold(),
                needs.current(viewer).map(PublishedNeedMap::synthetic).orElse(false),
                sizes(planned),
                new MonthFacts.Persons(expected.total(), figures.total(), figures.handedOver(), figures.sentBack()),
                uats(planned, held, expected, figures),
                categories(targets.of(month.getYear()), figures, cases.of(parties(planned), viewer)),
                figures.byReason().entrySet().stream()
                        .map(row -> new MonthFacts.SentBackRow(row.getKey().name(), row.getValue()))
                        .toList(),
                targets(targets.of(month.getYear()), year, figures),
                MonthVisits.missed(planned)
                        .map(visit -> missed(visit, moment.internal()))
                        .toList(),
                next(month),
                picture.draw(viewer, moment.asOf()),
                tasks(month, moment.internal()),
                money.row(month, moment.asOf(), figures),
                moment.lateVisits(),
                quality(moment, viewer),
                silent(moment.asOf()),
                UatGoals.of(targets.ofUats(month.getYear()), year, territory.current(), moment.internal()));
    }

    private List<MonthFacts.SilentPartner> silent(LocalDate asOf) {
        return questions.listAskedBefore(MonthBook.endOf(asOf.minusDays(MonthFacts.DAYS_UNTIL_RAISED))).stream()
                .map(question -> new MonthFacts.SilentPartner(
                        question.visit().uat(),
                        question.visit().locality(),
                        question.partner().wire(),
                        question.visit().date(),
                        LocalDate.ofInstant(question.askedAt(), MonthBook.ZONE)))
                .toList();
    }

    private MonthFacts.@Nullable Quality quality(Moment moment, Viewer viewer) {
        Results.Group year = results.of(moment.asOf().withDayOfYear(1), moment.asOf(), viewer)
                .all();
        if (year.answers().isSuppressed() || year.answers().count().orElse(0) == 0) {
            return null;
        }
        return new MonthFacts.Quality(
                year.answers().count().orElse(0),
                year.questions().stream()
                        .map(question -> new MonthFacts.Question(
                                question.number(),
                                question.average(),
                                question.averageFrom(),
                                question.averageTo(),
                                question.satisfied(),
                                question.satisfiedFrom(),
                                question.satisfiedTo()))
                        .toList());
    }

    /** How many of a month's visits were held, by what is known now. */
    int countHeld(YearMonth month) {
        List<VisitOutcome> held = reports.between(month.atDay(1), month.atEndOfMonth());
        return sizes(visits.list(month, month.atEndOfMonth(), held)).done();
    }

    /** How many visits were to be held in a month, whatever became of them. */
    int countPlanned(YearMonth month) {
        return visits.list(month, month.atEndOfMonth(), List.of()).size();
    }

    private static MonthFacts.Visits sizes(List<Planned> planned) {
        Map<Fate, Integer> sizes = new TreeMap<>();
        planned.forEach(visit -> sizes.merge(visit.fate(), 1, Integer::sum));
        return new MonthFacts.Visits(
                planned.size(),
                sizes.getOrDefault(Fate.DONE, 0),
                sizes.getOrDefault(Fate.MOVED, 0),
                sizes.getOrDefault(Fate.CANCELLED, 0),
                sizes.getOrDefault(Fate.DECLINED, 0),
                sizes.getOrDefault(Fate.NOT_AGREED, 0),
                sizes.getOrDefault(Fate.NOT_REPORTED, 0),
                sizes.getOrDefault(Fate.TO_COME, 0));
    }

    /** Persons expected, published like those of a plan: a UAT's total stands beside its visits, the month's beside its UATs. */
    private record Expected(ShownPersons shown, Map<Integer, List<Planned>> byUat, int threshold) {
        static Expected of(ShownPersons shown, List<Planned> planned, int threshold) {
            Map<Integer, List<Planned>> byUat = new TreeMap<>();
            planned.forEach(visit -> byUat.computeIfAbsent(visit.visit().uatSiruta(), key -> new ArrayList<>())
                    .add(visit));
            return new Expected(shown, byUat, threshold);
        }

        private SmallParts hidden(List<Planned> some) {
            return shown.hiddenAmong(
                    some,
                    visit -> visit.visit().siruta(),
                    visit -> visit.visit().persons());
        }

        private static long sum(List<Planned> some) {
            return some.stream().mapToLong(visit -> visit.visit().persons()).sum();
        }

        Shown in(int uat) {
            List<Planned> some = byUat.getOrDefault(uat, List.of());
            return ServedFigures.shown(shown.total(sum(some), hidden(some)));
        }

        Shown total() {
            List<SmallParts> groups = byUat.values().stream().map(this::hidden).toList();
            long all = byUat.values().stream().mapToLong(Expected::sum).sum();
            return byUat.isEmpty()
                    ? new Shown(0L)
                    : ServedFigures.shown(shown.total(all, SmallParts.ofGroups(groups, threshold)));
        }
    }

    private static List<MonthFacts.UatRow> uats(
            List<Planned> planned, List<VisitOutcome> held, Expected expected, ServedFigures figures) {
        Set<Integer> served = held.stream()
                .filter(visit -> !"HANDOVER".equals(visit.about().kind()))
                .map(VisitOutcome::uatSiruta)
                .collect(Collectors.toSet());
        List<MonthFacts.UatRow> rows = new ArrayList<>();
        expected.byUat()
                .forEach((siruta, some) -> rows.add(new MonthFacts.UatRow(
                        siruta,
                        some.get(0).visit().uat(),
                        some.size(),
                        (int) some.stream()
                                .filter(visit -> visit.fate() == Fate.DONE)
                                .count(),
                        (int) some.stream()
                                .filter(visit -> visit.fate().isMissed())
                                .count(),
                        expected.in(siruta),
                        served.contains(siruta) ? figures.inUat(siruta) : null)));
        rows.sort(Comparator.comparing(MonthFacts.UatRow::name, Collator.getInstance(ROMANIAN)));
        return rows;
    }

    /** Where cases are taken: at captures and bedsides that were to be held. */
    private static List<ExpectedCases.Party> parties(List<Planned> planned) {
        return planned.stream()
                .filter(visit -> !"HANDOVER".equals(visit.visit().kind()))
                .map(visit -> new ExpectedCases.Party(
                        visit.visit().uatSiruta(), visit.visit().persons()))
                .toList();
    }

    private static List<MonthFacts.CategoryRow> categories(
            Targets goals, ServedFigures figures, Map<CaseCategory, ExpectedCases.Span> expected) {
        return Arrays.stream(CaseCategory.values())
                .map(category -> {
                    ExpectedCases.@Nullable Span span = expected.get(category);
                    return new MonthFacts.CategoryRow(
                            category.name(),
                            figures.ofCategory(category),
                            figures.yearOfCategory(category),
                            goals.goals().get(category.name()),
                            span == null ? null : span.low(),
                            span == null ? null : span.high());
                })
                .toList();
    }

    private static List<MonthFacts.TargetRow> targets(Targets goals, List<VisitOutcome> year, ServedFigures figures) {
        long uats = year.stream().map(VisitOutcome::uatSiruta).distinct().count();
        return List.of(
                new MonthFacts.TargetRow(
                        Targets.VISITS,
                        new Shown((long) year.size()),
                        goals.goals().get(Targets.VISITS)),
                new MonthFacts.TargetRow(
                        Targets.UATS, new Shown(uats), goals.goals().get(Targets.UATS)),
                new MonthFacts.TargetRow(
                        Targets.PERSONS, figures.yearTotal(), goals.goals().get(Targets.PERSONS)));
    }

    private static MonthFacts.MissedVisit missed(Planned visit, boolean internal) {
        return new MonthFacts.MissedVisit(
                visit.date(),
                visit.visit().uat(),
                visit.visit().locality(),
                visit.fate().wire(),
                visit.newDate().orElse(null),
                internal ? visit.reason().orElse(null) : null);
    }

    private MonthFacts.NextMonth next(YearMonth month) {
        List<Appointment> coming = visits.listNext(month);
        return new MonthFacts.NextMonth(
                coming.size(),
                (int) coming.stream()
                        .map(visit -> visit.station() + visit.date())
                        .distinct()
                        .count(),
                (int) coming.stream().filter(MonthVisits::isAgreed).count(),
                coming.stream()
                        .map(Appointment::uat)
                        .distinct()
                        .sorted(Collator.getInstance(ROMANIAN))
                        .toList());
    }

    /** Open ones, and those that were settled since the last meeting: whose meeting is this month's or the next. */
    private List<MonthFacts.Task> tasks(YearMonth month, boolean internal) {
        return decisions.listAll().stream()
                .filter(task -> internal || !task.plannersOnly())
                .filter(task ->
                        task.state() == Decision.State.OPEN || task.meeting().compareTo(month.toString()) >= 0)
                .map(task -> new MonthFacts.Task(
                        task.subject(),
                        task.owner(),
                        task.due(),
                        task.state().name(),
                        task.carried(),
                        task.meeting(),
                        task.origin().name()))
                .toList();
    }
}

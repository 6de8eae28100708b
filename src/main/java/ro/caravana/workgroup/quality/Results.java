package ro.caravana.workgroup.quality;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import ro.caravana.access.Viewer;
import ro.caravana.disclosure.DisclosureGate;
import ro.caravana.disclosure.FigureTable;
import ro.caravana.disclosure.PublishedCount;
import ro.caravana.disclosure.PublishedTable;
import ro.caravana.need.Intervals;
import ro.caravana.workgroup.Questionnaires;

/**
 * What the answers come to, by month, UAT and visit. A group of fewer than the threshold says nothing to anybody but planners, nor does
 * one whose answers would tell those of a small group beside it; they are told of the first answers only, as many as make whole groups of
 * the threshold. Thread-safe.
 */
@Service
public class Results {
    private static final String ALL = "all";

    /** From this mark on somebody is satisfied. */
    private static final int SATISFIED = 4;

    private static final int MOST_MARK = 5;

    private final QualityStore store;
    private final DisclosureGate gate;

    Results(QualityStore store, DisclosureGate gate) {
        this.store = store;
        this.gate = gate;
    }

    /**
     * A group of answers.
     *
     * @param answers how many people answered
     * @param questions empty where the group is hidden
     */
    public record Group(String key, PublishedCount answers, List<Question> questions) {}

    /**
     * One question: the average mark by a bootstrap and the share of those who gave 4 or 5 by Wilson's interval, both 95%.
     *
     * @param average 1 to 5; null where nobody answered the question, or too few to be shown
     * @param satisfied 0 to 1
     */
    public record Question(
            int number,
            @Nullable Double average,
            @Nullable Double averageFrom,
            @Nullable Double averageTo,
            @Nullable Double satisfied,
            @Nullable Double satisfiedFrom,
            @Nullable Double satisfiedTo) {}

    /** All of a time, and its parts three ways. */
    public record Tables(Group all, List<Group> months, List<Group> uats, List<Group> visits) {}

    /** Of visits held between two days, both included. */
    public Tables of(LocalDate from, LocalDate to, Viewer viewer) {
        List<Answer> answers = store.listAnswers(from, to);
        Map<String, List<Answer>> groups = new TreeMap<>();
        groups.put(ALL, answers);
        List<String> months = add(
                groups,
                answers,
                "month/",
                answer -> YearMonth.from(answer.heldOn()).toString());
        List<String> uats = add(groups, answers, "uat/", answer -> String.valueOf(answer.uatSiruta()));
        List<String> visits = add(groups, answers, "visit/", Answer::visit);
        FigureTable<String> sizes = new FigureTable<>();
        groups.forEach((key, some) -> sizes.count(key, some.size()));
        sizes.sum(ALL, months).sum(ALL, uats).sum(ALL, visits);
        PublishedTable<String> shown = gate.publish(viewer, sizes);
        Function<String, Group> group =
                key -> group(viewer, key, groups.getOrDefault(key, List.of()), shown.getCount(key));
        return new Tables(group.apply(ALL), groups(months, group), groups(uats, group), groups(visits, group));
    }

    private static List<String> add(
            Map<String, List<Answer>> groups, List<Answer> answers, String prefix, Function<Answer, String> by) {
        Map<String, List<Answer>> parts = answers.stream()
                .collect(Collectors.groupingBy(answer -> prefix + by.apply(answer), TreeMap::new, Collectors.toList()));
        groups.putAll(parts);
        return List.copyOf(parts.keySet());
    }

    private static List<Group> groups(List<String> keys, Function<String, Group> group) {
        return keys.stream().map(group).toList();
    }

    private Group group(Viewer viewer, String key, List<Answer> answers, PublishedCount size) {
        List<Answer> told = wholeGroups(viewer, answers);
        PublishedCount shown = size.isSuppressed() ? size : gate.publish(viewer, told.size());
        List<Question> questions = new ArrayList<>();
        if (!shown.isSuppressed()) {
            for (int number = 1; number <= Questionnaires.QUESTIONS; number++) {
                questions.add(question(viewer, number, told));
            }
        }
        return new Group(key.substring(key.indexOf('/') + 1), shown, questions);
    }

    /** Two figures after each other tell of the answers that came between them: for all but planners those are never few. */
    private List<Answer> wholeGroups(Viewer viewer, List<Answer> answers) {
        if (gate.showsEverythingTo(viewer)) {
            return answers;
        }
        return answers.stream()
                .sorted(Comparator.comparing(Answer::answeredAt).thenComparing(Answer::id))
                .limit(answers.size() - answers.size() % gate.threshold())
                .toList();
    }

    private Question question(Viewer viewer, int number, List<Answer> answers) {
        int[] marks = answers.stream()
                .mapToInt(answer -> answer.marks().get(number - 1))
                .filter(mark -> mark > 0)
                .toArray();
        // a question that few of a group answered tells of those few
        if (marks.length == 0 || gate.publish(viewer, marks.length).isSuppressed()) {
            return new Question(number, null, null, null, null, null, null);
        }
        int satisfied = 0;
        for (int mark : marks) {
            satisfied += mark >= SATISFIED ? 1 : 0;
        }
        Intervals.Between average = Intervals.mean(marks, MOST_MARK);
        Intervals.Between share = Intervals.share(satisfied, marks.length);
        return new Question(
                number, average.value(), average.low(), average.high(), share.value(), share.low(), share.high());
    }
}

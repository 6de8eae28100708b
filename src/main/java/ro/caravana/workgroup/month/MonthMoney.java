package ro.caravana.workgroup.month;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ro.caravana.workgroup.BudgetLine;
import ro.caravana.workgroup.Effort;
import ro.caravana.workgroup.Money;
import ro.caravana.workgroup.MoneyYear;
import ro.caravana.workgroup.MonthFacts;

/**
 * A month's money for one audience. How many people had their fee paid is a small count: for all but planners the fees are those of a
 * number rounded down to a multiple of the threshold. Thread-safe.
 */
@Component
class MonthMoney {
    private static final long LEU = 100;

    private final Money money;

    MonthMoney(Money money) {
        this.money = money;
    }

    MonthFacts.MoneyRow row(YearMonth month, LocalDate asOf, ServedFigures figures) {
        MoneyYear now = money.on(month.getYear(), asOf);
        LocalDate before = month.atDay(1).minusDays(1);
        MoneyYear then = before.getYear() == month.getYear() ? money.on(month.getYear(), before) : empty(now, before);
        List<MonthFacts.MoneyLine> lines = Arrays.stream(BudgetLine.values())
                .map(line -> new MonthFacts.MoneyLine(
                        line.name(),
                        now.budget().of(line),
                        spent(now, line, figures),
                        spent(now, line, figures) + rest(now, line, figures)))
                .toList();
        long spent = lines.stream().mapToLong(MonthFacts.MoneyLine::spentYear).sum();
        long spentBefore = MoneyYear.sum(line -> spent(then, line, figures));
        return new MonthFacts.MoneyRow(
                MoneyYear.sum(now.budget()::of),
                spent - spentBefore,
                spent,
                lines.stream().mapToLong(MonthFacts.MoneyLine::expected).sum(),
                now.spent().metres() - then.spent().metres(),
                now.spent().days() - then.spent().days(),
                perPerson(spent, figures.roundedDown(now.spent().served())),
                orNull(now.plannedPerPerson()),
                lines);
    }

    private static long spent(MoneyYear year, BudgetLine line, ServedFigures figures) {
        return line == BudgetLine.CARD_FEES
                ? figures.roundedDown(year.spent().fees())
                        * year.budget().prices().cardFee()
                : year.spentOn(line);
    }

    /** What the rest of the plan costs; how many of a last visit's few persons pay nothing is not to be read from it either. */
    private static long rest(MoneyYear year, BudgetLine line, ServedFigures figures) {
        return line == BudgetLine.CARD_FEES
                ? figures.roundedDown(year.plannedRest().fees())
                        * year.budget().prices().cardFee()
                : year.expectedOn(line) - year.spentOn(line);
    }

    private static MoneyYear empty(MoneyYear year, LocalDate asOf) {
        return new MoneyYear(
                year.budget(), asOf, Effort.NONE, year.planned(), year.planned(), List.of(), year.promised());
    }

    private static @Nullable Long perPerson(long bani, long persons) {
        return persons == 0 ? null : Math.round((double) bani / persons / LEU) * LEU;
    }

    private static @Nullable Long orNull(OptionalLong value) {
        return value.isPresent() ? value.getAsLong() : null;
    }
}

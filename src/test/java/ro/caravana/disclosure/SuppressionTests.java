package ro.caravana.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SuppressionTests {
    private static final int THRESHOLD = 5;

    @Test
    void aTableWithoutSmallCellsHidesNothing() {
        assertThat(hidden(row(8, 9, 10))).isEmpty();
    }

    @Test
    void twoHiddenCellsThatTogetherReachTheThresholdNeedNoThird() {
        assertThat(hidden(row(3, 4, 10))).containsExactlyInAnyOrder("0", "1");
    }

    @Test
    void hiddenCellsThatTogetherStayUnderTheThresholdTakeAThird() {
        // 0 + 2 would be published as "two persons share these two cells".
        assertThat(hidden(row(0, 2, 10, 30))).containsExactlyInAnyOrder("0", "1", "2");
    }

    @Test
    void theOnlyPartTakesItsTotalWithIt() {
        var table = new FigureTable<String>().count("village", 9).count("commune", 9);
        table.sum("commune", List.of("village"));
        table.count("category", 2).count("rest", 7).sum("village", List.of("category", "rest"));
        // category is small; rest is hidden to protect it; village and commune stay.
        assertThat(hidden(table)).containsExactlyInAnyOrder("category", "rest");

        var forced =
                new FigureTable<String>().count("village", 6).count("other", 2).count("both", 8);
        forced.sum("both", List.of("village", "other"));
        forced.count("commune", 6).sum("commune", List.of("village"));
        // village is hidden to protect other, so the commune that equals it must go too.
        assertThat(hidden(forced)).containsExactlyInAnyOrder("village", "other", "commune");
    }

    @Test
    void hidingInARowIsFollowedIntoItsColumn() {
        // a1 small → a2 hidden in row a → column 2 has one hidden cell → b2 or c2 follows.
        var table = new FigureTable<String>();
        long[][] values = {{2, 9, 50}, {20, 30, 40}, {21, 31, 41}};
        for (int r = 0; r < 3; r++) {
            for (int c = 0; c < 3; c++) {
                table.count(r + "," + c, values[r][c]);
            }
        }
        for (int i = 0; i < 3; i++) {
            final int k = i;
            table.count("row" + k, values[k][0] + values[k][1] + values[k][2]);
            table.count("column" + k, values[0][k] + values[1][k] + values[2][k]);
            table.sum("row" + k, List.of(k + ",0", k + ",1", k + ",2"));
            table.sum("column" + k, List.of("0," + k, "1," + k, "2," + k));
        }
        assertThat(hidden(table)).containsExactlyInAnyOrder("0,0", "0,1", "1,0", "1,1");
    }

    @Test
    void aSumOverAnUnknownCellIsAMistake() {
        var table = new FigureTable<String>().count("a", 1).count("all", 9).sum("all", List.of("a", "b"));
        assertThatIllegalArgumentException().isThrownBy(() -> hidden(table));
    }

    @Test
    void aCellAddedTwiceIsAMistake() {
        var table = new FigureTable<String>().count("a", 1);
        assertThatIllegalArgumentException().isThrownBy(() -> table.count("a", 2));
    }

    @Property(seed = "20260101")
    void noHiddenCellFollowsFromOneSubtraction(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(max = 30) Integer> parts) {
        FigureTable<String> table =
                row(parts.stream().mapToInt(Integer::intValue).toArray());
        Set<String> hidden = hidden(table);
        long hiddenInSum = hidden.size();
        assertThat(hiddenInSum).isNotEqualTo(1);
        if (!hidden.contains("all") && !hidden.isEmpty()) {
            double together = table.cells().entrySet().stream()
                    .filter(cell -> hidden.contains(cell.getKey()))
                    .mapToDouble(cell -> cell.getValue().mean())
                    .sum();
            assertThat(together).isGreaterThanOrEqualTo(THRESHOLD);
        }
        table.cells().forEach((cell, figure) -> {
            if (figure.mean() < THRESHOLD) {
                assertThat(hidden).contains(cell);
            }
        });
    }

    private static Set<String> hidden(FigureTable<String> table) {
        return Suppression.hiddenCells(table, THRESHOLD);
    }

    /** Cells "0", "1", … with their sum "all". */
    private static FigureTable<String> row(int... values) {
        var table = new FigureTable<String>();
        List<String> parts = new ArrayList<>();
        long total = 0;
        for (int i = 0; i < values.length; i++) {
            table.count(String.valueOf(i), values[i]);
            parts.add(String.valueOf(i));
            total += values[i];
        }
        return table.count("all", total).sum("all", parts);
    }
}

package ro.caravana.planning.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import ro.caravana.planning.PlanInstance;

/** How visits hang together: series, successions, and who lies near whom. */
final class RelationBuilder {
    private static final int NEAREST = 300;

    private final Model model;
    private final PlanInstance instance;

    private RelationBuilder(Model model, PlanInstance instance) {
        this.model = model;
        this.instance = instance;
    }

    static void fill(Model model, PlanInstance instance) {
        RelationBuilder builder = new RelationBuilder(model, instance);
        builder.successions();
        builder.series();
        nearest(model);
    }

    private void successions() {
        Map<String, Integer> index = new HashMap<>();
        for (int v = 0; v < model.visits; v++) {
            index.put(instance.visits().get(v).id(), v);
        }
        model.pattern = new int[model.visits];
        Arrays.fill(model.pattern, Model.NONE);
        model.predecessor = new int[model.visits];
        model.afterMinDays = new int[model.visits];
        model.afterMaxDays = new int[model.visits];
        List<List<Integer>> successors = new ArrayList<>();
        for (int v = 0; v < model.visits; v++) {
            successors.add(new ArrayList<>());
        }
        for (int v = 0; v < model.visits; v++) {
            PlanInstance.After after = instance.visits().get(v).after();
            model.predecessor[v] = after == null ? Model.NONE : Objects.requireNonNull(index.get(after.visit()));
            if (after != null) {
                model.afterMinDays[v] = after.minDays() == null ? 0 : after.minDays();
                model.afterMaxDays[v] = after.maxDays() == null ? Integer.MAX_VALUE : after.maxDays();
                successors.get(model.predecessor[v]).add(v);
            }
        }
        model.successors = toArrays(successors);
    }

    private void series() {
        Map<String, Integer> index = new HashMap<>();
        List<List<Integer>> members = new ArrayList<>();
        List<PlanInstance.Series> kinds = new ArrayList<>();
        model.series = new int[model.visits];
        for (int v = 0; v < model.visits; v++) {
            PlanInstance.Series series = instance.visits().get(v).series();
            model.series[v] = Model.NONE;
            if (series != null) {
                int number = index.computeIfAbsent(series.id(), id -> {
                    members.add(new ArrayList<>());
                    kinds.add(series);
                    return kinds.size() - 1;
                });
                model.series[v] = number;
                members.get(number).add(v);
            }
        }
        model.seriesMembers = toArrays(members);
        model.seriesMinGap = kinds.stream()
                .mapToInt(s -> s.minGapDays() == null ? 0 : s.minGapDays())
                .toArray();
        model.seriesMaxGap = kinds.stream()
                .mapToInt(s -> s.maxGapDays() == null ? Integer.MAX_VALUE : s.maxGapDays())
                .toArray();
    }

    private static int[][] toArrays(List<List<Integer>> lists) {
        return lists.stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    /** Who lies near whom. */
    static void nearest(Model model) {
        int kept = Math.min(NEAREST, Math.max(0, model.visits - 1));
        model.nearest = new int[model.visits][];
        Map<Integer, long[]> byLocation = new HashMap<>(); // visits of one place share the sorting
        for (int v = 0; v < model.visits; v++) {
            long[] order = byLocation.computeIfAbsent(model.location[v], at -> byDrivingTime(model, at));
            int[] near = new int[kept];
            int count = 0;
            for (int i = 0; count < kept && i < order.length; i++) {
                int other = (int) order[i];
                if (other != v) {
                    near[count++] = other;
                }
            }
            model.nearest[v] = near;
        }
    }

    private static long[] byDrivingTime(Model model, int location) {
        long[] order = new long[model.visits];
        for (int other = 0; other < model.visits; other++) {
            long seconds = model.seconds[location * model.locations + model.location[other]];
            order[other] = seconds << 32 | other;
        }
        Arrays.sort(order);
        return Arrays.copyOf(order, Math.min(order.length, NEAREST + 1));
    }
}

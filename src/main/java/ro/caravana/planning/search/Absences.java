package ro.caravana.planning.search;

/**
 * While visits are missing that must not be, counts how often each was left out, and prefers to miss those that are easily placed:
 * whoever is often left out becomes dear to leave out (the fleet minimisation of Christiaens and Vanden Berghe 2020).
 */
final class Absences {
    enum Verdict {
        BETTER,
        WORSE,
        EQUAL
    }

    private final Model model;
    private final Routes routes;
    private final long[] leftOut;
    private final int[] before;
    private int countBefore;
    private long sumBefore;

    Absences(Routes routes) {
        this.routes = routes;
        this.model = routes.model;
        leftOut = new long[model.visits];
        before = new int[model.visits];
    }

    /** Remembers who is missing before a trial. */
    void begin() {
        countBefore = 0;
        sumBefore = 0;
        for (int i = 0; i < routes.absentCount; i++) {
            int visit = routes.absent[i];
            if (model.leftOut[visit] > 0) {
                before[countBefore++] = visit;
                sumBefore += leftOut[visit];
            }
        }
    }

    /** Compares who is missing after the trial, and counts them. */
    Verdict judge() {
        int count = 0;
        long sum = 0;
        for (int i = 0; i < routes.absentCount; i++) {
            int visit = routes.absent[i];
            if (model.leftOut[visit] > 0) {
                count++;
                sum += leftOut[visit]++;
            }
        }
        if (count == 0 || countBefore == 0) {
            return count == countBefore ? Verdict.EQUAL : count == 0 ? Verdict.BETTER : Verdict.WORSE;
        }
        return sum == sumBefore && count == countBefore
                ? Verdict.EQUAL
                : sum < sumBefore || count < countBefore ? Verdict.BETTER : Verdict.WORSE;
    }
}

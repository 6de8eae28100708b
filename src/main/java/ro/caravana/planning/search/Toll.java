package ro.caravana.planning.search;

/**
 * What a required visit left out costs while the search goes on from plans that serve everybody to others that do. Where vehicles are
 * few, nearly every way from one good plan to the next leads over plans with somebody missing; they are allowed at a price that
 * rises or falls until somebody is missing for about a fifth of the time (strategic oscillation, Glover 1977). Only plans that serve
 * everybody are kept.
 */
final class Toll {
    private static final double SHARE = 0.2; // 0.5 was worse on long horizons with a small fleet
    private static final int SPELL = 200; // trials between two looks
    private static final double STEP = 1.1;
    private static final int LOST = 2000; // trials; with 20,000 tight fleets stayed 1% longer

    private double price;
    private int trials;
    private int withSomebodyMissing;
    private int sinceAllServed;

    /** @param price to begin with, in units of cost */
    Toll(double price) {
        this.price = price;
    }

    /** What leaving out so many more comes to; below 0 for fewer. */
    double of(int more) {
        return price * more;
    }

    double price() {
        return price;
    }

    /** Whether no plan that serves everybody has been met for so long that it is better to go back to one. */
    boolean isLost() {
        return sinceAllServed >= LOST;
    }

    void forgetSpell() {
        sinceAllServed = 0;
    }

    /** Notes how many are missing after a trial and its verdict. */
    void note(int missing) {
        trials++;
        sinceAllServed = missing > 0 ? sinceAllServed + 1 : 0;
        withSomebodyMissing += missing > 0 ? 1 : 0;
        if (trials == SPELL) {
            price = Math.max(1, withSomebodyMissing > SHARE * SPELL ? price * STEP : price / STEP);
            trials = 0;
            withSomebodyMissing = 0;
        }
    }
}

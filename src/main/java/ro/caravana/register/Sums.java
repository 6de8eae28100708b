package ro.caravana.register;

/** Cases opened, resolved and withdrawn; as a change of sums each may be negative. */
public record Sums(long opened, long resolved, long withdrawn) {
    public static final Sums NONE = new Sums(0, 0, 0);

    /** What an event adds. */
    public static Sums of(Change change, long cases) {
        return switch (change) {
            case OPENED -> new Sums(cases, 0, 0);
            case RESOLVED -> new Sums(0, cases, 0);
            case WITHDRAWN -> new Sums(0, 0, cases);
        };
    }

    /** What undoing an event adds: cases opened by mistake are withdrawn, cases resolved by mistake are not resolved. */
    public static Sums ofUndoing(Change change, long cases) {
        return switch (change) {
            case OPENED -> new Sums(0, 0, cases);
            case RESOLVED -> new Sums(0, -cases, 0);
            case WITHDRAWN -> new Sums(0, 0, -cases);
        };
    }

    public Sums plus(Sums other) {
        return new Sums(opened + other.opened, resolved + other.resolved, withdrawn + other.withdrawn);
    }

    public Sums minus(Sums other) {
        return new Sums(opened - other.opened, resolved - other.resolved, withdrawn - other.withdrawn);
    }

    /** Cases open now. */
    public long open() {
        return opened - resolved - withdrawn;
    }
}

package ro.caravana.planning;

/**
 * Every rule of a plan: its stable name on the wire, its level and one sentence for people. The solver's constraints and the
 * checker each implement every rule on their own; this table is only their names.
 */
public enum PlanRule {
    WORKDAY("workday", Level.HARD, 1, "The station leaves its base and is back within its working day."),
    MAX_DURATION("maxDuration", Level.HARD, 1, "The station is away from its base no longer than its limit."),
    ONE_PLACE("onePlaceAtATime", Level.HARD, 1, "A visit starts only after the drive from the previous one."),
    HELD_ONCE("heldOnce", Level.HARD, 1, "A visit is held once."),
    SERVICE_TIME("serviceTime", Level.HARD, 1, "A visit lasts at least as long as its service takes."),
    SITE_WINDOW("siteWindow", Level.HARD, 1, "Service lies within one opening window of its site."),
    VISIT_HOURS("visitHours", Level.HARD, 1, "Service lies within the visit's own hours."),
    CLOSED_DATE("closedDate", Level.HARD, 1, "Nobody travels on a holiday, or when the station or the site is closed."),
    HORIZON("horizon", Level.HARD, 1, "The visit lies within the plan's days and its own earliest and latest date."),
    CAPACITY("capacity", Level.HARD, 1, "A station receives no more persons in a day than it can."),
    SERIES_GAP("seriesGap", Level.HARD, 1, "Visits of one series keep the agreed distance in days."),
    AFTER("after", Level.HARD, 1, "A visit that follows another is held the agreed number of days after it."),
    NOTICE("notice", Level.HARD, 1, "Local authorities have the agreed days of notice before a visit."),
    PINNED("pinned", Level.HARD, 1, "An agreed visit stays with its station, on its date, at its hour."),

    VALUE_SERVED("valueServed", Level.VALUE, 1, "What the visits in the plan are worth."),
    REQUIRED_LEFT_OUT(
            "requiredLeftOut", Level.VALUE, 100_000, "Each required or announced visit should be in the plan."),

    TRAVEL_SECONDS("travelSeconds", Level.COST, 1, "Time spent driving."),
    DISTANCE("distance", Level.COST, 0, "Metres driven."),
    STATION_DAY("stationDay", Level.COST, 3600, "Days on which a station leaves its base."),
    KILOMETRE_COST("kilometreCost", Level.COST, 0, "Kilometres driven times what the station costs per kilometre."),
    OVERTIME("overtime", Level.COST, 0, "Time a station is away beyond a working day of eight hours."),

    PREFERRED_DATE("preferredDate", Level.QUALITY, 1, "A visit with preferred dates is held on one of them."),
    SPACING("spacing", Level.QUALITY, 0, "Captures at one site are at least four weeks apart."),
    EVEN_LOAD(
            "evenLoad",
            Level.QUALITY,
            0,
            "No month expects more persons than its share of the days on which stations work.");

    /** Seconds of a normal working day (Labour Code of Romania, article 112); what a station is away beyond them is overtime. */
    public static final int NORMAL_DAY_SECONDS = 8 * 3600;

    /** Nearer than so many days, a second capture at a site finds few who did not come to the first. */
    public static final int SPACING_DAYS = 28;

    /** A lower level never buys a higher one; the order is that of importance. */
    public enum Level {
        HARD,
        VALUE,
        COST,
        QUALITY;

        public String wireName() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private final String wireName;
    private final Level level;
    private final double defaultWeight;
    private final String sentence;

    PlanRule(String wireName, Level level, double defaultWeight, String sentence) {
        this.wireName = wireName;
        this.level = level;
        this.defaultWeight = defaultWeight;
        this.sentence = sentence;
    }

    public String wireName() {
        return wireName;
    }

    public Level level() {
        return level;
    }

    public double defaultWeight() {
        return defaultWeight;
    }

    /** One English sentence; interface texts are in the message files under {@code rule.<wireName>}. */
    public String sentence() {
        return sentence;
    }
}

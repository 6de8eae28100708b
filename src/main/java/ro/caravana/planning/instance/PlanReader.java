package ro.caravana.planning.instance;

import java.util.Set;
import ro.caravana.planning.Plan;
import tools.jackson.databind.JsonNode;

/** The structure of {@code caravana/plan/1}. Plans by other solvers need only {@code visits}; the rest has stand-ins. */
public final class PlanReader {
    private static final double MOST = 1e18;

    private PlanReader() {}

    public static Plan read(JsonNode document, Faults faults) {
        Cursor root = Cursor.root(document, faults)
                .object(Set.of(
                        "schema",
                        "visits",
                        "unserved",
                        "score",
                        "seed",
                        "solver",
                        "elapsedSeconds",
                        "steps",
                        "instanceSha256"));
        if (!root.at("schema").isAbsent()
                && !Plan.SCHEMA.equals(root.at("schema").text())) {
            root.at("schema").fault("must be \"" + Plan.SCHEMA + "\"");
        }
        Double elapsed = root.at("elapsedSeconds").optionalNumber(0, MOST);
        return new Plan(
                Plan.SCHEMA,
                root.at("visits").requiredList(PlanReader::visit),
                root.at("unserved").list(PlanReader::unserved),
                root.at("score").list(PlanReader::scorePart),
                wholeNumber(root.at("seed")),
                textOr(root.at("solver"), "unknown"),
                elapsed == null ? 0 : elapsed,
                wholeNumber(root.at("steps")),
                textOr(root.at("instanceSha256"), ""));
    }

    private static long wholeNumber(Cursor at) {
        JsonNode node = at.node();
        if (node != null && !(node.isIntegralNumber() && node.canConvertToLong())) {
            at.fault("must be a whole number");
            return 0;
        }
        return node == null ? 0 : node.longValue();
    }

    private static String textOr(Cursor at, String standIn) {
        JsonNode node = at.node();
        return node == null || (node.isString() && node.stringValue().isEmpty()) ? standIn : at.text();
    }

    private static Plan.PlannedVisit visit(Cursor at) {
        at.object(Set.of("visit", "station", "date", "arrival", "start", "end"));
        return new Plan.PlannedVisit(
                at.at("visit").text(),
                at.at("station").text(),
                at.at("date").date(),
                at.at("arrival").integer(0, InstanceReader.DAY_SECONDS),
                at.at("start").integer(0, InstanceReader.DAY_SECONDS),
                at.at("end").integer(0, InstanceReader.DAY_SECONDS));
    }

    private static Plan.Unserved unserved(Cursor at) {
        at.object(Set.of("visit", "reasons"));
        return new Plan.Unserved(at.at("visit").text(), at.at("reasons").list(Cursor::text));
    }

    private static Plan.ScorePart scorePart(Cursor at) {
        at.object(Set.of("rule", "level", "matches", "amount"));
        Integer matches = at.at("matches").optionalInteger(0, Integer.MAX_VALUE);
        return new Plan.ScorePart(
                at.at("rule").text(),
                at.at("level").text(),
                matches == null ? 0 : matches,
                at.at("amount").number(-MOST, MOST));
    }
}

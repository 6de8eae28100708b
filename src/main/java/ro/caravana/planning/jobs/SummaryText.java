package ro.caravana.planning.jobs;

import ro.caravana.planning.PlanSummary;
import tools.jackson.databind.json.JsonMapper;

/** A plan's summary as the text that the database keeps. */
public final class SummaryText {
    private static final JsonMapper JSON = JsonMapper.shared();

    private SummaryText() {}

    public static String write(PlanSummary summary) {
        return JSON.writeValueAsString(summary);
    }

    public static PlanSummary read(String text) {
        return JSON.readValue(text, PlanSummary.class);
    }
}

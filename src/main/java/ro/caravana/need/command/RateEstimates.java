package ro.caravana.need.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ro.caravana.need.NeedProblem;
import ro.caravana.need.estimator.MarshallBayes;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Empirical-Bayes rates of a table, as JSON in full precision. */
public final class RateEstimates {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private RateEstimates() {}

    /**
     * @param summary figures about the whole table
     * @param rows in the table's order
     */
    public record Answer(String method, Map<String, Object> summary, List<Row> rows) {}

    /**
     * @param rate events per head as observed; null for an area without people
     * @param estimate the smoothed rate
     */
    public record Row(
            String id,
            double events,
            double population,
            @Nullable Double rate,
            double estimate) {}

    public static Answer estimate(
            String method, Path input, String events, String population, String id, @Nullable Path weights) {
        RateTable table = RateTable.read(input, events, population, id);
        MarshallBayes.Prior prior = MarshallBayes.prior(table.events(), table.populations());
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("n", table.ids().size());
        summary.put("m", prior.mean());
        summary.put("a", prior.variance());
        double[] estimates = switch (method) {
            case "eb-global" -> MarshallBayes.global(table.events(), table.populations());
            case "eb-local" -> MarshallBayes.local(table.events(), table.populations(), neighbours(weights, table));
            default -> throw new NeedProblem.BadCall("The method must be eb-global or eb-local.");
        };
        return new Answer(method, summary, rows(table, estimates));
    }

    private static List<int[]> neighbours(@Nullable Path weights, RateTable table) {
        if (weights == null) {
            throw new NeedProblem.BadCall("eb-local needs neighbours: --weights FILE.");
        }
        return Neighbours.read(weights, table.ids());
    }

    private static List<Row> rows(RateTable table, double[] estimates) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < estimates.length; i++) {
            double events = table.events()[i];
            double population = table.populations()[i];
            Double rate = population == 0 ? null : Double.valueOf(events / population);
            rows.add(new Row(table.ids().get(i), events, population, rate, estimates[i]));
        }
        return rows;
    }

    /** @param file where to write; null: to {@code out} */
    public static void write(Answer answer, @Nullable Path file, PrintWriter out) {
        String json = JSON.writeValueAsString(answer);
        if (file == null) {
            out.println(json);
            out.flush();
            return;
        }
        try {
            Files.writeString(file, json + "\n");
        } catch (IOException e) {
            throw new NeedProblem.BadCall("The file of --out cannot be written.");
        }
    }
}

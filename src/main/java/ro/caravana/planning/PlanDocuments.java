package ro.caravana.planning;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import ro.caravana.planning.PlanProblem.Fault;
import ro.caravana.planning.instance.Faults;
import ro.caravana.planning.instance.InstanceDocument;
import ro.caravana.planning.instance.InstanceReader;
import ro.caravana.planning.instance.PlanReader;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The two documents as bytes. Written bytes are canonical: UTF-8, one line, members in the order of the format, nothing that
 * was left out. Thread-safe.
 */
public final class PlanDocuments {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .changeDefaultPropertyInclusion(
                    ignored -> JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .disable(tools.jackson.databind.MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    private PlanDocuments() {}

    /** @throws PlanProblem.InvalidInstance with all faults, each at its JSON pointer */
    public static PlanInstance readInstance(byte[] json) {
        Faults faults = new Faults();
        PlanInstance instance;
        try {
            instance = InstanceReader.read(new InstanceDocument(JSON, json), faults);
        } catch (JacksonException notJson) {
            throw new PlanProblem.InvalidInstance(notJson(notJson), 1);
        }
        if (!faults.isEmpty()) {
            throw new PlanProblem.InvalidInstance(faults.shown(), faults.total());
        }
        return instance;
    }

    /**
     * Judges an instance that was built, not read.
     *
     * @throws PlanProblem.InvalidInstance with all faults
     */
    public static void validate(PlanInstance instance) {
        readInstance(writeInstance(instance));
    }

    /** @throws PlanProblem.InvalidPlan with all faults, each at its JSON pointer */
    public static Plan readPlan(byte[] json) {
        Faults faults = new Faults();
        Plan plan;
        try {
            plan = PlanReader.read(JSON.readTree(json), faults);
        } catch (JacksonException notJson) {
            throw new PlanProblem.InvalidPlan(notJson(notJson), 1);
        }
        if (!faults.isEmpty()) {
            throw new PlanProblem.InvalidPlan(faults.shown(), faults.total());
        }
        return plan;
    }

    public static byte[] writeInstance(PlanInstance instance) {
        return JSON.writeValueAsBytes(instance);
    }

    public static byte[] writePlan(Plan plan) {
        return JSON.writeValueAsBytes(plan);
    }

    /** The hash of an instance's canonical bytes, hexadecimal. */
    public static String sha256(PlanInstance instance) {
        return sha256(writeInstance(instance));
    }

    /** SHA-256, hexadecimal. */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }

    private static List<Fault> notJson(JacksonException problem) {
        var location = problem.getLocation();
        String where = location == null || location.getLineNr() < 0
                ? ""
                : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
        String wrong = problem instanceof StreamConstraintsException
                ? "holds a number of more digits, a longer text or a deeper nesting than can be read"
                : "is not well-formed JSON";
        return List.of(new Fault("", wrong + where));
    }
}

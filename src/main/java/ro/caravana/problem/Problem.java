package ro.caravana.problem;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Something the caller can mend. Each module has a sealed family of subclasses; this type carries what RFC 9457 asks for.
 *
 * <p>The detail says what is wrong, where and how to mend it, in one or two sentences, and never echoes what was sent: not the
 * text of a request, not a stack trace.
 */
public abstract class Problem extends RuntimeException {
    private static final Set<String> STANDARD = Set.of("type", "title", "status", "detail", "instance");

    private final String type;
    private final int status;
    private final String title;
    private final Map<String, Object> properties = new LinkedHashMap<>();
    private OptionalLong retryAfterSeconds = OptionalLong.empty();

    /**
     * @param type stable slug, for example {@code plan-horizon-reversed}; the wire form is {@code urn:caravana:problem:<slug>}
     * @param status HTTP status, 4xx
     * @param title short, the same for every occurrence
     * @param detail what, where and how to mend, for this occurrence
     */
    protected Problem(String type, int status, String title, String detail) {
        super(detail);
        this.type = type;
        this.status = status;
        this.title = title;
    }

    /**
     * Adds an extension member that a client can act on, for example {@code allowedActions}.
     *
     * @throws IllegalArgumentException for a member that every problem has: it would stand there twice
     */
    protected void put(String name, Object value) {
        if (STANDARD.contains(name)) {
            throw new IllegalArgumentException("every problem has its " + name);
        }
        properties.put(name, value);
    }

    /** Says when the same request may be sent again. */
    protected void retryAfter(long seconds) {
        retryAfterSeconds = OptionalLong.of(seconds);
    }

    public OptionalLong retryAfterSeconds() {
        return retryAfterSeconds;
    }

    public String type() {
        return type;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    public Map<String, Object> properties() {
        return Map.copyOf(properties);
    }
}

package ro.caravana.disclosure;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A number of persons or cases that may leave the house. Only the gate makes one, so a raw count cannot slip into an answer by
 * accident. On the wire {@code {"count":27}} or {@code {"suppressed":true}}. Immutable.
 */
@JsonAutoDetect(
        fieldVisibility = Visibility.ANY,
        getterVisibility = Visibility.NONE,
        isGetterVisibility = Visibility.NONE)
@JsonInclude(JsonInclude.Include.NON_NULL)
public final class PublishedCount {
    private final @Nullable Long count;
    private final @Nullable Boolean suppressed;

    private PublishedCount(@Nullable Long count, @Nullable Boolean suppressed) {
        this.count = count;
        this.suppressed = suppressed;
    }

    static PublishedCount shown(long count) {
        return new PublishedCount(count, null);
    }

    static PublishedCount hidden() {
        return new PublishedCount(null, true);
    }

    /** Empty where the count is hidden. */
    public OptionalLong count() {
        return count == null ? OptionalLong.empty() : OptionalLong.of(count);
    }

    public boolean isSuppressed() {
        return count == null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PublishedCount that && Objects.equals(count, that.count);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(count);
    }

    /** The number, or the word {@code suppressed}: safe for logs. */
    @Override
    public String toString() {
        return count == null ? "suppressed" : count.toString();
    }
}

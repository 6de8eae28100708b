package ro.caravana.disclosure;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * An estimate with its interval, in whole persons, that may leave the house. Only the gate makes one. On the wire
 * {@code {"mean":84,"low":60,"high":113}} or {@code {"suppressed":true}}: a hidden mean hides its interval too, because the
 * interval's ends would give the mean away. Immutable.
 */
@JsonAutoDetect(
        fieldVisibility = Visibility.ANY,
        getterVisibility = Visibility.NONE,
        isGetterVisibility = Visibility.NONE)
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"mean", "low", "high"})
public final class PublishedEstimate {
    private final @Nullable Long mean;
    private final @Nullable Long low;
    private final @Nullable Long high;
    private final @Nullable Boolean suppressed;

    private PublishedEstimate(
            @Nullable Long mean, @Nullable Long low, @Nullable Long high, @Nullable Boolean suppressed) {
        this.mean = mean;
        this.low = low;
        this.high = high;
        this.suppressed = suppressed;
    }

    /** The mean to the nearest person; the interval outwards, so that rounding never claims more certainty than there is. */
    static PublishedEstimate shown(Figure figure) {
        long mean = Math.round(figure.mean());
        long low = Math.min(mean, (long) Math.floor(figure.low()));
        long high = Math.max(mean, (long) Math.ceil(figure.high()));
        return new PublishedEstimate(mean, low, high, null);
    }

    static PublishedEstimate hidden() {
        return new PublishedEstimate(null, null, null, true);
    }

    /** Expected persons; empty where hidden. */
    public OptionalLong mean() {
        return optional(mean);
    }

    /** Lower end of the interval; empty where hidden. */
    public OptionalLong low() {
        return optional(low);
    }

    /** Upper end of the interval; empty where hidden. */
    public OptionalLong high() {
        return optional(high);
    }

    public boolean isSuppressed() {
        return mean == null;
    }

    private static OptionalLong optional(@Nullable Long value) {
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PublishedEstimate that
                && Objects.equals(mean, that.mean)
                && Objects.equals(low, that.low)
                && Objects.equals(high, that.high);
    }

    @Override
    public int hashCode() {
        return Objects.hash(mean, low, high);
    }

    /** The figures, or the word {@code suppressed}: safe for logs. */
    @Override
    public String toString() {
        return mean == null ? "suppressed" : mean + " (" + low + " to " + high + ")";
    }
}

package ro.caravana.planning.change;

import java.util.List;

/**
 * One thing that shaped a visit.
 *
 * @param code stable; people read the message file's {@code shape.<code>}
 * @param values dates, numbers and clock times for its sentence, in order
 */
public record Shape(String code, List<Object> values) {
    public Shape {
        values = List.copyOf(values);
    }

    static Shape of(String code, Object... values) {
        return new Shape(code, List.of(values));
    }
}

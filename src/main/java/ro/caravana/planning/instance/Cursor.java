package ro.caravana.planning.instance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A place in a JSON document that reads typed members and notes faults instead of stopping at the first. After a fault a
 * stand-in value is returned, so that the rest of the document is still judged. The pointer is spelled out only on a fault.
 */
final class Cursor {
    static final LocalDate NO_DATE = LocalDate.MIN; // before every date that can be read
    static final String NO_TEXT = "";
    private static final int ID_LENGTH = 100;
    private static final LocalDate FIRST_DATE = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST_DATE = LocalDate.of(2999, 12, 31);

    private final @Nullable JsonNode node;
    private final @Nullable Cursor parent;
    private final String member;
    private final int index;
    private final Faults faults;
    private long place;

    private Cursor(@Nullable JsonNode node, @Nullable Cursor parent, String member, int index, Faults faults) {
        this.node = node;
        this.parent = parent;
        this.member = member;
        this.index = index;
        this.faults = faults;
    }

    static Cursor root(@Nullable JsonNode node, Faults faults) {
        return new Cursor(node, null, "", -1, faults);
    }

    /** A member; JSON's null counts as left out. */
    Cursor at(String name) {
        JsonNode child = node != null && node.isObject() ? node.get(name) : null;
        return new Cursor(child != null && child.isNull() ? null : child, this, name, -1, faults);
    }

    Cursor element(int at) {
        return new Cursor(null, this, "", at, faults);
    }

    boolean isAbsent() {
        return node == null;
    }

    String pointer() {
        if (parent == null) {
            return "";
        }
        return parent.pointer() + "/"
                + (index >= 0
                        ? String.valueOf(index)
                        : member.replace("~", "~0").replace("/", "~1"));
    }

    void fault(String message) {
        fault(() -> message);
    }

    /** @param message put together only where the fault is kept */
    private void fault(Supplier<String> message) {
        faults.add(this::place, this::pointer, message);
    }

    /** Worked out once: a broken visit is asked for it by each of its members. */
    private long place() {
        if (place == 0) {
            place = parent == null
                    ? Places.ROOT
                    : index >= 0 ? Places.element(parent.place(), index) : Places.member(parent.place(), member);
        }
        return place;
    }

    /** Must be an object with no other members than these. */
    Cursor object(Set<String> known) {
        if (node == null) {
            fault("is missing");
        } else if (!node.isObject()) {
            fault("must be an object");
        } else if (!known.containsAll(node.propertyNames())) {
            node.propertyNames().stream()
                    .filter(name -> !known.contains(name))
                    .map(Cursor::shortened)
                    .distinct()
                    .forEach(name -> new Cursor(null, this, name, -1, faults).fault("is not a field of this format"));
        }
        return this;
    }

    private static String shortened(String name) {
        return name.length() <= 40 ? name : name.substring(0, 40);
    }

    <T> List<T> list(Function<Cursor, T> element) {
        if (node == null) {
            return List.of();
        }
        if (!node.isArray()) {
            fault("must be an array");
            return List.of();
        }
        return list(node.iterator(), Integer.MAX_VALUE, element);
    }

    /**
     * All are read, the first {@code most} kept.
     *
     * @param items this array's elements, from elsewhere
     */
    <T> List<T> list(Iterator<JsonNode> items, int most, Function<Cursor, T> element) {
        List<T> result = new ArrayList<>();
        for (int i = 0; items.hasNext(); i++) {
            T read = element.apply(new Cursor(items.next(), this, "", i, faults));
            if (i < most) {
                result.add(read);
            }
        }
        return result;
    }

    <T> List<T> requiredList(Function<Cursor, T> element) {
        if (node == null) {
            fault("is missing");
        }
        return list(element);
    }

    String text() {
        if (node == null) {
            fault("is missing");
            return NO_TEXT;
        }
        if (!node.isString()
                || node.stringValue().isEmpty()
                || node.stringValue().length() > ID_LENGTH) {
            fault(() -> "must be a text of 1 to " + ID_LENGTH + " characters");
            return NO_TEXT;
        }
        return node.stringValue();
    }

    int integer(int least, int most) {
        Integer value = optionalInteger(least, most);
        if (value == null && node == null) {
            fault("is missing");
        }
        return value == null ? least : value;
    }

    @Nullable
    Integer optionalInteger(int least, int most) {
        if (node == null) {
            return null;
        }
        double value = numberOrNaN(node);
        if (!(value >= least && value <= most) || value != Math.rint(value)) {
            fault(() -> "must be a whole number from " + least + " to " + most);
            return null;
        }
        return (int) value;
    }

    /** Jackson refuses to make a double of a whole number of more than 308 digits: nor is it in any range. */
    static double numberOrNaN(JsonNode node) {
        return node.isNumber() ? node.doubleValue(Double.NaN) : Double.NaN;
    }

    double number(double least, double most) {
        Double value = optionalNumber(least, most);
        if (value == null && node == null) {
            fault("is missing");
        }
        return value == null ? least : value;
    }

    @Nullable
    Double optionalNumber(double least, double most) {
        if (node == null) {
            return null;
        }
        double value = numberOrNaN(node);
        if (!(value >= least && value <= most)) {
            fault(() -> "must be a number from " + plain(least) + " to " + plain(most));
            return null;
        }
        return value;
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }

    boolean flag() {
        if (node != null && !node.isBoolean()) {
            fault("must be true or false");
            return false;
        }
        return node != null && node.booleanValue();
    }

    LocalDate date() {
        if (node == null) {
            fault("is missing");
        }
        LocalDate date = optionalDate();
        return date == null ? NO_DATE : date;
    }

    @Nullable
    LocalDate optionalDate() {
        if (node == null) {
            return null;
        }
        LocalDate date = node.isString() ? IsoDate.find(node.stringValue()) : null;
        if (date != null && !date.isBefore(FIRST_DATE) && !date.isAfter(LAST_DATE)) {
            return date;
        }
        fault("must be a date as 2027-01-31, of the years 1900 to 2999");
        return null;
    }

    List<LocalDate> dates() {
        return list(Cursor::date);
    }

    /** The raw value, null where it is missing. */
    @Nullable
    JsonNode node() {
        return node;
    }
}

package ro.caravana.web;

import java.beans.PropertyEditorSupport;
import java.time.Instant;
import java.util.function.Predicate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.ext.javatime.deser.InstantDeserializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * Refuses at the door what no database here keeps or no calendar means: texts with U+0000, which PostgreSQL does not take, and instants
 * outside the years 1900 to 2999. Days have limits of their own where they are used.
 */
@Configuration(proxyBeanMethods = false)
class StorableInput {
    private static final String NO_NUL = "a text holds the character U+0000";
    private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2999-12-31T23:59:59Z");

    @Bean
    JacksonModule storableInputModule() {
        return new SimpleModule("storable input")
                .addDeserializer(
                        String.class,
                        new Checked<>(String.class, StringDeserializer.instance, text -> text.indexOf(0) < 0, NO_NUL))
                .addDeserializer(
                        Instant.class,
                        new Checked<>(
                                Instant.class,
                                InstantDeserializer.INSTANT,
                                instant -> !instant.isBefore(FIRST) && !instant.isAfter(LAST),
                                "an instant lies outside the years 1900 to 2999"));
    }

    /** The same for what comes in an address or a form. */
    @ControllerAdvice
    static class Parameters {
        @InitBinder
        void refuseWhatNobodyKeeps(WebDataBinder binder) {
            binder.registerCustomEditor(String.class, new PropertyEditorSupport() {
                @Override
                public void setAsText(String text) {
                    if (text.indexOf(0) >= 0) {
                        throw new IllegalArgumentException(NO_NUL);
                    }
                    setValue(text);
                }
            });
        }
    }

    /** Reads as always, and looks at what was read. */
    private static final class Checked<T> extends StdScalarDeserializer<T> {
        private final transient ValueDeserializer<? extends T> reading;
        private final transient Predicate<T> storable;
        private final String fault;

        Checked(Class<T> type, ValueDeserializer<? extends T> reading, Predicate<T> storable, String fault) {
            super(type);
            this.reading = reading;
            this.storable = storable;
            this.fault = fault;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) {
            T value = reading.deserialize(parser, context);
            return value == null || storable.test(value) ? value : context.reportInputMismatch(this, fault);
        }
    }
}

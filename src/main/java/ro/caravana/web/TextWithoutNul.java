package ro.caravana.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** Refuses U+0000 in what is sent: nobody means it, and PostgreSQL keeps no text that holds it. */
final class TextWithoutNul extends StdScalarDeserializer<String> {
    TextWithoutNul() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) {
        String text = StringDeserializer.instance.deserialize(parser, context);
        return text != null && text.indexOf(0) >= 0
                ? context.reportInputMismatch(this, "a text holds the character U+0000")
                : text;
    }

    @Configuration(proxyBeanMethods = false)
    static class Registration {
        @Bean
        JacksonModule textWithoutNul() {
            return new SimpleModule("text without NUL").addDeserializer(String.class, new TextWithoutNul());
        }
    }
}

package ro.caravana.planning.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ro.caravana.planning.PlanRule;

class LanguageTests {
    @ParameterizedTest
    @ValueSource(strings = {"ro", "en"})
    void everyRuleHasATitleAndASentence(String language) {
        ResourceBundle texts = ResourceBundle.getBundle("planning", Locale.forLanguageTag(language));
        for (PlanRule rule : PlanRule.values()) {
            assertThat(texts.containsKey("rule." + rule.wireName() + ".title"))
                    .as("%s in %s", rule, language)
                    .isTrue();
            assertThat(texts.containsKey("rule." + rule.wireName() + ".sentence"))
                    .isTrue();
        }
    }
}

package ro.caravana;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** The rooms keep to the doors they declared. A forbidden edge is reported with the names of both classes. */
class ModularityTests {
    private static final ApplicationModules MODULES = ApplicationModules.of(Caravana.class);

    @Test
    void everyRoomUsesOnlyTheFacesItDeclared() {
        MODULES.verify();
    }

    @Test
    void theHouseHasTheRoomsItShouldHave() {
        List<String> names = MODULES.stream()
                .map(ApplicationModule::getIdentifier)
                .map(Object::toString)
                .toList();
        assertThat(names)
                .contains(
                        "access",
                        "disclosure",
                        "documents",
                        "geo",
                        "layers",
                        "need",
                        "planning",
                        "problem",
                        "statistics",
                        "store",
                        "territory",
                        "travel");
    }
}

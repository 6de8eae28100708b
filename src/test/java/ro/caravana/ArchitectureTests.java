package ro.caravana;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.bind.annotation.RestController;

/** The house rules that Spring Modulith does not know. */
class ArchitectureTests {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("ro.caravana");

    /** Big libraries live in one room each, so that they can be replaced there. */
    @ParameterizedTest(name = "{0} only in {1}")
    @CsvSource({
        "org.optaplanner.., ro.caravana.planning.solver..",
        "org.geotools.., ro.caravana.geo..",
        "org.opengis.., ro.caravana.geo..",
        "org.apache.commons.math3.., ro.caravana.need..",
        "com.graphhopper.., ro.caravana.travel..",
    })
    void aBigLibraryHasOneHome(String library, String home) {
        noClasses()
                .that()
                .resideOutsideOfPackage(home)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(HOUSE);
    }

    /** The root package wires the commands together and may know every room. */
    @ParameterizedTest
    @ValueSource(strings = {"documents", "layers"})
    void nothingDependsOnWhatLeavesTheHouse(String outermost) {
        noClasses()
                .that(resideInAPackage("ro.caravana..")
                        .and(not(resideInAPackage("ro.caravana")))
                        .and(not(resideInAPackage("ro.caravana." + outermost + ".."))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("ro.caravana." + outermost + "..")
                .check(HOUSE);
    }

    @Test
    void controllersAreNobodysFace() {
        classes()
                .that()
                .areAnnotatedWith(RestController.class)
                .should()
                .notBePublic()
                .allowEmptyShould(true)
                .check(HOUSE);
    }

    @Test
    void timeComesFromAnInjectedClock() {
        noClasses()
                .should()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(HOUSE);
    }

    @Test
    void testsDoNotSleep() {
        JavaClasses tests = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
                .importPackages("ro.caravana");
        noClasses().should().callMethod(Thread.class, "sleep", long.class).check(tests);
    }

    @Test
    void noControllerReturnsARawCount() {
        List<String> leaks = controllers().flatMap(RawCounts::inAnswersOf).toList();
        assertThat(leaks)
                .as("figures of persons leave only as Published types, or behind hasRole('PLANNER')")
                .isEmpty();
    }

    private static Stream<Class<?>> controllers() {
        return HOUSE.stream()
                .filter(type -> type.isAnnotatedWith(RestController.class))
                .map(JavaClass::reflect);
    }
}

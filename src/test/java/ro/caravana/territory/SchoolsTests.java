package ro.caravana.territory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ro.caravana.geo.Position;

class SchoolsTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Școala Gimnazială Aghireșu",
                "SC. PRIM. MAHAL",
                "Scoala cu clasele I-VIII",
                "LICEUL TEORETIC GELU VOIEVOD",
                "Colegiul Național „Andrei Mureșanu”"
            })
    void namesOfSchools(String name) {
        assertThat(Schools.isSchool(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Căminul Cultural Buza", "Grădinița cu program prelungit", "Primăria Iara", "Scena"})
    void namesOfOtherPlaces(String name) {
        assertThat(Schools.isSchool(name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Școala Gimnazială Aghireșu",
                "Gimnaziul de Stat",
                "SC. GIM. NR. 2",
                "Școala",
                "Școala cu clasele I–VIII",
                "Școala primară și gimnazială Iara",
                "Grup Școlar Industrial",
                "Colegiul Național „Andrei Mureșanu”"
            })
    void schoolsOfFourteenYearOlds(String name) {
        assertThat(Schools.hasFourteenYearOlds(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SC. PRIM. MAHAL",
                "Școala Primară Mărișel",
                "Scoala cu clasele I-IV",
                "Școală primară",
                "Grădinița",
                "Căminul Cultural Buza"
            })
    void placesWithoutFourteenYearOlds(String name) {
        assertThat(Schools.hasFourteenYearOlds(name)).isFalse();
    }

    @Test
    void aHallIsNearASchoolAsFarAsOneSays() {
        Territory county = MadeUpCounty.read().territory();
        Schools schools = new Schools(county);
        Site hall = county.defaultSite(900_101);
        assertThat(hall.name()).isEqualTo("Căminul Cultural Brădet");
        assertThat(schools.isNear(hall, 500)).as("the school is 300 m away").isTrue();
        assertThat(schools.isNear(hall, 200)).isFalse();
        Position far = new Position(45.9, 25.3);
        assertThat(schools.isNear(new Site("x", Site.Kind.VENUE, 1, 1, "x", far, false), 500))
                .isFalse();
    }
}

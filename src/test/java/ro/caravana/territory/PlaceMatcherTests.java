package ro.caravana.territory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ro.caravana.geo.Position;
import ro.caravana.territory.PlaceMatch.Ambiguous;
import ro.caravana.territory.PlaceMatch.Field;
import ro.caravana.territory.PlaceMatch.Matched;
import ro.caravana.territory.PlaceMatch.Place;
import ro.caravana.territory.PlaceMatch.Reason;
import ro.caravana.territory.PlaceMatch.Unknown;

class PlaceMatcherTests {
    private static final Position SOMEWHERE = new Position(46.5, 23.5);

    private final PlaceMatcher matcher = new PlaceMatcher(new Territory(
            "Brădet",
            List.of(uat(10, "Câmpia Țării"), uat(20, "Sat-Șugatag"), uat(30, "Izvoare")),
            List.of(
                    locality(11, "Câmpia Țării", 10),
                    locality(12, "Pădureni", 10),
                    locality(21, "Sat-Șugatag", 20),
                    locality(22, "Pădureni", 20),
                    locality(31, "Izvoare", 30)),
            List.of(),
            List.of()));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Câmpia Țării",
                "CAMPIA TARII",
                "Câmpia Ţării",
                "Cîmpia Țării",
                "com. Câmpia Țării",
                "COMUNA CÂMPIA ȚĂRII",
                "MUN.CAMPIA TARII",
                "  Municipiul   Câmpia-Țării "
            })
    void spellingsOfOneNameMeanOneUat(String name) {
        assertThat(matcher.match(PlaceQuery.uat(name)))
                .isEqualTo(new Matched(new Place(10, Level.UAT, "Câmpia Țării", "Câmpia Țării")));
    }

    @Test
    void aNameThatBeginsLikeAPrefixIsFoundWhole() {
        assertThat(matcher.match(PlaceQuery.uat("SAT ȘUGATAG"))).isInstanceOf(Matched.class);
    }

    @Test
    void twoVillagesOfOneNameAreNeverGuessed() {
        PlaceMatch match = matcher.match(PlaceQuery.locality("", "sat Pădureni"));
        assertThat(((Ambiguous) match).candidates()).extracting(Place::siruta).containsExactly(12, 22);
    }

    @Test
    void theUatTellsTwoVillagesOfOneNameApart() {
        PlaceMatch match = matcher.match(PlaceQuery.locality("com. Sat-Șugatag", "Padureni"));
        assertThat(((Matched) match).siruta()).isEqualTo(22);
    }

    @Test
    void aCodeFindsUatsAndLocalities() {
        assertThat(((Matched) matcher.match(PlaceQuery.siruta(" 30 "))).level()).isEqualTo(Level.UAT);
        assertThat(((Matched) matcher.match(PlaceQuery.siruta("31"))).level()).isEqualTo(Level.LOCALITY);
    }

    @Test
    void theCodeOfAUatBesideAVillageNameMeansTheVillage() {
        PlaceMatch match = matcher.match(new PlaceQuery("20", "", "", "Pădureni"));
        assertThat(((Matched) match).siruta()).isEqualTo(22);
    }

    @ParameterizedTest
    @CsvSource({
        "'','','','',EMPTY,SIRUTA",
        "10,Alba,'','',OTHER_COUNTY,COUNTY",
        "1x,'','','',NOT_A_CODE,SIRUTA",
        "99,'','','',NO_SUCH_CODE,SIRUTA",
        "'','',Nicăieri,'',NO_SUCH_NAME,UAT",
        "'','',Nicăieri,Pădureni,NO_SUCH_NAME,UAT",
        "'','',Izvoare,Pădureni,NO_SUCH_NAME,LOCALITY",
        "12,'',Izvoare,'',CONTRADICTION,UAT",
        "12,'','',Izvoare,CONTRADICTION,LOCALITY",
        "30,'','',Pădureni,CONTRADICTION,LOCALITY",
        "10,'',Izvoare,'',CONTRADICTION,UAT",
    })
    void whatDoesNotFitSaysWhy(String siruta, String county, String uat, String locality, Reason reason, Field field) {
        assertThat(matcher.match(new PlaceQuery(siruta, county, uat, locality))).isEqualTo(new Unknown(reason, field));
    }

    @Test
    void theOwnCountyMayBeNamedInAnyForm() {
        assertThat(matcher.match(new PlaceQuery("10", "JUD. BRADET", "", ""))).isInstanceOf(Matched.class);
    }

    private static Uat uat(int siruta, String name) {
        return new Uat(siruta, name, Uat.Type.COMMUNE, siruta + 1, SOMEWHERE, 0, "", "");
    }

    private static Locality locality(int siruta, String name, int uat) {
        return new Locality(siruta, name, uat, 23, SOMEWHERE, "", OptionalInt.empty());
    }
}

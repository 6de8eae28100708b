package ro.caravana.territory;

/**
 * A place as a row of somebody's table names it; what a row does not have is empty.
 *
 * @param siruta code of a UAT or a locality
 * @param county county name
 * @param uat UAT name
 * @param locality locality name; without it the UAT is meant
 */
public record PlaceQuery(String siruta, String county, String uat, String locality) {
    public static PlaceQuery siruta(String siruta) {
        return new PlaceQuery(siruta, "", "", "");
    }

    public static PlaceQuery uat(String name) {
        return new PlaceQuery("", "", name, "");
    }

    public static PlaceQuery locality(String uat, String name) {
        return new PlaceQuery("", "", uat, name);
    }
}

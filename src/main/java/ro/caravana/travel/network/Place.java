package ro.caravana.travel.network;

/**
 * A point that roads can name: a locality or a junction.
 *
 * @param siruta the locality's code, 0 for a junction
 * @param uat the name of the locality's UAT, empty for a junction
 */
record Place(String name, int siruta, String uat, boolean seat, double lat, double lon) {
    boolean isJunction() {
        return siruta == 0;
    }

    /** The name as tables write it when it is not unique. */
    String qualifiedName() {
        return name + " (" + uat + ")";
    }
}

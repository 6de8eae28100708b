package ro.caravana.travel.network;

/**
 * A kind of road.
 *
 * @param highway OpenStreetMap's word for it
 * @param speedKmh what a car drives on average, villages and bends included; not the legal limit
 * @param winding road length over straight length between two neighbouring places
 * @param bendMetres how far one bend is from the next one of the same side, for drawing
 */
record RoadClass(String name, String highway, int speedKmh, double winding, double bendMetres) {
    boolean isMotorway() {
        return name.equals("motorway");
    }
}

package ro.caravana.store;

import java.util.Locale;

/** The two databases Caravana runs on. Both speak the same spatial functions; a few loading shortcuts differ. */
public enum Dialect {
    /** H2 with the H2GIS functions, in a file under the data folder. */
    H2GIS,
    /** PostgreSQL with PostGIS, shared between replicas and with QGIS users. */
    POSTGIS;

    /** The name of the folder below {@code db/dialect} that prepares this database. */
    public String folder() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Which database a JDBC address leads to. */
    public static Dialect of(String jdbcUrl) {
        if (jdbcUrl.startsWith("jdbc:postgresql:")) {
            return POSTGIS;
        }
        if (jdbcUrl.startsWith("jdbc:h2:")) {
            return H2GIS;
        }
        throw new StoreProblem.UnknownDatabase();
    }
}

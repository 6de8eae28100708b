package ro.caravana.territory;

import java.nio.file.Path;

/** The bundled county, read once without a database. */
public final class BundledCounty {
    public static final Path FOLDER = Path.of("geodata/cluj");
    private static final Territory TERRITORY = CountyFolder.read(FOLDER).territory();

    private BundledCounty() {}

    public static Territory territory() {
        return TERRITORY;
    }
}

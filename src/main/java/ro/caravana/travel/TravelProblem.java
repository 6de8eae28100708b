package ro.caravana.travel;

import ro.caravana.problem.Problem;

/** What can be wrong with a road file. All of these stop the start, because plans on wrong distances look right. */
public abstract sealed class TravelProblem extends Problem
        permits TravelProblem.RoadFileMissing,
                TravelProblem.RoadFileUnreadable,
                TravelProblem.RoadFileTooLarge,
                TravelProblem.NetworkTableWrong,
                TravelProblem.RoadFileNotWritten {

    private TravelProblem(String type, String title, String detail) {
        super(type, 422, title, detail);
    }

    /** The setting names a file that is not there. */
    public static final class RoadFileMissing extends TravelProblem {
        RoadFileMissing(String fileName) {
            super(
                    "road-file-missing",
                    "The road file is not there",
                    "CARAVANA_ROADS names the file \"" + fileName
                            + "\", which does not exist or cannot be read. Correct the path, unset CARAVANA_ROADS to use the"
                            + " bundled schematic network, or set it to \"none\" to travel by straight-line estimates.");
        }
    }

    /** The file is there but holds no usable roads. */
    public static final class RoadFileUnreadable extends TravelProblem {
        RoadFileUnreadable(String fileName, String what) {
            super(
                    "road-file-unreadable",
                    "The road file cannot be used",
                    "The road file \"" + fileName + "\" " + what
                            + " It must be an OpenStreetMap extract (.osm.pbf, .osm or .osm.gz) with roads for cars; fetch it"
                            + " again or cut a new extract.");
        }
    }

    /** The file would not fit in memory while it is read. */
    public static final class RoadFileTooLarge extends TravelProblem {
        RoadFileTooLarge(String fileName, long neededMegabytes, long heapMegabytes) {
            super(
                    "road-file-too-large",
                    "The road file is too large for the memory given",
                    "Reading the road file \"" + fileName + "\" takes about " + neededMegabytes
                            + " MB of memory; this process has "
                            + heapMegabytes
                            + " MB. Cut the extract to the county and a margin of 30 km, or start Java with"
                            + " -Xmx" + neededMegabytes + "m.");
        }
    }

    /** A line of the tables that the schematic network is written from. */
    public static final class NetworkTableWrong extends TravelProblem {
        public NetworkTableWrong(String table, long line, String what) {
            super(
                    "network-table-wrong",
                    "A table of the road network is wrong",
                    table + ", line " + line + ": " + what);
        }
    }

    /** Where the written network should go, nothing can be written. */
    public static final class RoadFileNotWritten extends TravelProblem {
        public RoadFileNotWritten(String fileName) {
            super(
                    "road-file-not-written",
                    "The road file cannot be written",
                    "\"" + fileName
                            + "\" cannot be written there. Check that its folder exists and may be written to.");
        }
    }
}

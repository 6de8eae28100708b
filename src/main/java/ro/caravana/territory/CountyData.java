package ro.caravana.territory;

/** Everything module territory keeps about one county. */
record CountyData(Territory territory, Boundaries boundaries) {}

package ro.caravana.territory;

/** Everything module territory keeps about one county. */
record CountyData(Territory territory, Boundaries boundaries, CountyCalendar calendar) {
    CountyData withTerritory(Territory other) {
        return new CountyData(other, boundaries, calendar);
    }

    CountyData withBoundaries(Boundaries other) {
        return new CountyData(territory, other, calendar);
    }

    CountyData withCalendar(CountyCalendar other) {
        return new CountyData(territory, boundaries, other);
    }
}

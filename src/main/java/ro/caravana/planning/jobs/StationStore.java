package ro.caravana.planning.jobs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import ro.caravana.planning.Station;
import ro.caravana.planning.Stations;

/** All SQL about stations. */
@Repository
class StationStore implements Stations {
    private static final int LETTERS_OF_A_WEEKDAY = 3;

    private final JdbcClient jdbc;

    StationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Station> listStations() {
        return jdbc.sql("SELECT * FROM station ORDER BY id")
                .query(StationStore::read)
                .list();
    }

    private static Station read(ResultSet row, int number) throws SQLException {
        return new Station(
                row.getString("id"),
                row.getString("name"),
                row.getString("base_site"),
                row.getInt("workday_start"),
                row.getInt("workday_end"),
                weekdays(row.getString("weekdays")),
                row.getInt("capacity_persons"));
    }

    private static Set<DayOfWeek> weekdays(String text) {
        Set<String> names = Set.of(text.split(","));
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> names.contains(day.name().substring(0, LETTERS_OF_A_WEEKDAY)))
                .collect(Collectors.toUnmodifiableSet());
    }
}

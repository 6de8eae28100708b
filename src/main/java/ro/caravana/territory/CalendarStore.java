package ro.caravana.territory;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Market days and school terms in the database. Callers bring the transaction. */
final class CalendarStore {
    private final JdbcClient sql;

    CalendarStore(JdbcClient sql) {
        this.sql = sql;
    }

    CountyCalendar read() {
        return new CountyCalendar(
                sql.sql("select * from territory_market_day order by uat_siruta, weekday")
                        .query((row, number) -> new MarketDay(
                                row.getInt("uat_siruta"),
                                DayOfWeek.of(row.getInt("weekday")),
                                months(row.getString("months")),
                                row.getString("source")))
                        .list(),
                sql.sql("select * from territory_school_term order by first_day")
                        .query((row, number) -> new SchoolTerm(
                                row.getObject("first_day", LocalDate.class),
                                row.getObject("last_day", LocalDate.class),
                                row.getString("name"),
                                row.getString("source")))
                        .list());
    }

    private static List<Month> months(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(" "))
                        .map(number -> Month.of(Integer.parseInt(number)))
                        .toList();
    }

    /** Before the UATs that they name. */
    void clear() {
        sql.sql("delete from territory_market_day").update();
        sql.sql("delete from territory_school_term").update();
    }

    void write(CountyCalendar calendar) {
        calendar.marketDays().forEach(this::write);
        calendar.schoolTerms().forEach(this::write);
    }

    private void write(MarketDay day) {
        String months = day.months().stream()
                .map(month -> String.valueOf(month.getValue()))
                .collect(Collectors.joining(" "));
        sql.sql("insert into territory_market_day (uat_siruta, weekday, months, source) values (?, ?, ?, ?)")
                .params(day.uatSiruta(), day.weekday().getValue(), months, day.source())
                .update();
    }

    private void write(SchoolTerm term) {
        sql.sql("insert into territory_school_term (first_day, last_day, name, source) values (?, ?, ?, ?)")
                .params(term.from(), term.to(), term.name(), term.source())
                .update();
    }
}

package ro.caravana.statistics.store;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import ro.caravana.statistics.CaseCategory;
import ro.caravana.statistics.intake.CaseRow;
import ro.caravana.store.Dialect;

/**
 * Counts and their totals. Every row of a place, category, age band and sex on a day stands once: the file that came last says
 * what holds. Callers that write open the transaction.
 */
@Repository
public class CountStore {
    private static final String NEWEST = """
            with newest as (select uat_siruta, max(as_of) as as_of from statistics_total group by uat_siruta)
            """;

    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final CountLoader loader;

    public CountStore(JdbcTemplate template, Dialect dialect) {
        this.template = template;
        this.jdbc = JdbcClient.create(template);
        this.loader = dialect == Dialect.POSTGIS ? new CopyLoader() : new BatchLoader();
    }

    /** A figure that holds now. */
    public record CurrentTotal(int siruta, int uatSiruta, CaseCategory category, long cases, LocalDate asOf) {}

    /** Adds counts about days of which nothing is known yet. */
    public void insert(long importId, List<CaseRow> rows) {
        template.execute((ConnectionCallback<Integer>) connection -> {
            loader.insert(connection, importId, rows);
            return rows.size();
        });
    }

    /** Adds counts, or replaces what is known under their keys. */
    public void merge(long importId, List<CaseRow> rows) {
        template.execute((ConnectionCallback<Integer>) connection -> {
            loader.merge(connection, importId, rows);
            return rows.size();
        });
    }

    /** Days of which something is known. */
    public Set<LocalDate> listDays() {
        return new HashSet<>(jdbc.sql("select distinct as_of from statistics_total")
                .query(LocalDate.class)
                .list());
    }

    /** Brings a day's totals up to date with its counts. */
    public void refreshTotals(LocalDate day) {
        jdbc.sql("delete from statistics_total where as_of = :day")
                .param("day", day)
                .update();
        jdbc.sql("""
                        insert into statistics_total (as_of, siruta, category, uat_siruta, cases)
                        select as_of, siruta, category, max(uat_siruta), sum(cases)
                        from statistics_count where count_key >= :from and count_key < :to
                        group by as_of, siruta, category
                        """)
                .param("from", CaseRow.firstKeyOf(day))
                .param("to", CaseRow.firstKeyOf(day.plusDays(1)))
                .update();
    }

    /** Forgets every figure; the imports that brought them stay on record. */
    public void deleteAll() {
        jdbc.sql("delete from statistics_total").update();
        jdbc.sql("delete from statistics_count").update();
    }

    /** Of every UAT the newest day's figures, in order of SIRUTA and category. */
    public List<CurrentTotal> listCurrent() {
        return jdbc.sql(NEWEST + """
                        select t.siruta, t.uat_siruta, t.category, t.cases, t.as_of
                        from statistics_total t
                        join newest on newest.uat_siruta = t.uat_siruta and newest.as_of = t.as_of
                        order by t.siruta, t.category
                        """)
                .query((row, number) -> new CurrentTotal(
                        row.getInt(1),
                        row.getInt(2),
                        CaseCategory.valueOf(row.getString(3)),
                        row.getLong(4),
                        row.getObject(5, LocalDate.class)))
                .list();
    }

    /** The county's present figures by category; categories without any row are missing. */
    public Map<CaseCategory, Long> currentByCategory() {
        Map<CaseCategory, Long> sums = new EnumMap<>(CaseCategory.class);
        listCurrent().forEach(total -> sums.merge(total.category(), total.cases(), Long::sum));
        return sums;
    }
}

package ro.caravana.statistics.store;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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

    public void load(long importId, List<CaseRow> rows) {
        template.execute((ConnectionCallback<Integer>) connection -> {
            loader.load(connection, importId, rows);
            return rows.size();
        });
    }

    /** Removes what earlier imports said about the keys that this import says something about. */
    public void supersede(long importId) {
        jdbc.sql("""
                        delete from statistics_count
                        where import_id <> :id
                          and as_of in (select distinct n.as_of from statistics_count n where n.import_id = :id)
                          and exists (
                            select 1 from statistics_count n
                            where n.import_id = :id and n.as_of = statistics_count.as_of
                              and n.siruta = statistics_count.siruta and n.category = statistics_count.category
                              and n.age_band = statistics_count.age_band and n.sex = statistics_count.sex)
                        """).param("id", importId).update();
    }

    /** Whether anybody said anything about one of these days before. */
    public boolean holdsAnyOf(List<LocalDate> days) {
        return !days.isEmpty()
                && jdbc.sql("select count(*) from statistics_total where as_of in (:days)")
                                .param("days", days)
                                .query(Long.class)
                                .single()
                        > 0;
    }

    /** Brings the totals of these days up to date with the counts. */
    public void refreshTotals(List<LocalDate> days) {
        if (days.isEmpty()) {
            return;
        }
        jdbc.sql("delete from statistics_total where as_of in (:days)")
                .param("days", days)
                .update();
        jdbc.sql("""
                        insert into statistics_total (as_of, siruta, category, uat_siruta, cases)
                        select as_of, siruta, category, max(uat_siruta), sum(cases)
                        from statistics_count where as_of in (:days)
                        group by as_of, siruta, category
                        """).param("days", days).update();
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

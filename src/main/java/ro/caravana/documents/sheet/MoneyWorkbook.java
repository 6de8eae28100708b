package ro.caravana.documents.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;
import ro.caravana.documents.text.Texts;
import ro.caravana.workgroup.BudgetLine;
import ro.caravana.workgroup.MoneyYear;
import ro.caravana.workgroup.Prices;

/** A year's money as a workbook: the lines, what was entered by hand, the prices behind it all. Thread-safe. */
public final class MoneyWorkbook {
    private final Texts texts;

    public MoneyWorkbook(Texts texts) {
        this.texts = texts;
    }

    /** @param county the county's name without "județul" */
    public byte[] write(String county, MoneyYear money, Instant generatedAt) {
        String title = texts.text("money-title", String.valueOf(money.budget().year()));
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Caravana", "1.0")) {
            workbook.setGlobalDefaultFont("Liberation Sans", 10);
            workbook.properties().setTitle(title).setCompany(texts.text("directorate", county));
            lines(workbook, title, money);
            expenses(workbook, title, money);
            prices(workbook, title, money.budget().prices());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return StableZip.repack(bytes.toByteArray(), generatedAt);
    }

    private void lines(Workbook workbook, String title, MoneyYear money) {
        TableSheet table = new TableSheet(
                workbook.newWorksheet(texts.text("money-sheet")),
                texts,
                title,
                texts.text("money-as-of", texts.date(money.asOf())),
                List.of(
                        new TableSheet.Column(texts.text("money-line"), 36, ""),
                        lei("money-budget"),
                        lei("money-planned"),
                        lei("money-spent"),
                        lei("money-expected"),
                        lei("money-left")));
        for (BudgetLine line : BudgetLine.values()) {
            table.row(
                    texts.text("money-line-" + line),
                    lei(money.budget().of(line)),
                    lei(money.plannedOn(line)),
                    lei(money.spentOn(line)),
                    lei(money.expectedOn(line)),
                    lei(money.budget().of(line) - money.expectedOn(line)));
        }
        long budget = MoneyYear.sum(money.budget()::of);
        long expected = MoneyYear.sum(money::expectedOn);
        table.total(
                texts.text("money-total"),
                lei(budget),
                lei(MoneyYear.sum(money::plannedOn)),
                lei(MoneyYear.sum(money::spentOn)),
                lei(expected),
                lei(budget - expected));
        table.row(
                texts.text("money-persons"),
                null,
                money.planned().served(),
                money.spent().served());
        table.row(texts.text("money-per-person"), null, lei(money.plannedPerPerson()), lei(money.spentPerPerson()));
        promised(table, money);
    }

    /** What the Measure Plan promises stands under what was budgeted, and what it would come to under what is expected. */
    private void promised(TableSheet table, MoneyYear money) {
        if (money.promised().isPresent()) {
            table.row(
                    texts.text("money-promised"), money.promised().getAsLong(), null, null, lei(money.promisedCost()));
        }
    }

    private void expenses(Workbook workbook, String title, MoneyYear money) {
        TableSheet table = new TableSheet(
                workbook.newWorksheet(texts.text("money-sheet-expenses")),
                texts,
                title,
                texts.text("money-line-OTHER"),
                List.of(
                        new TableSheet.Column(texts.text("money-day"), 14, ""),
                        lei("money-lei"),
                        new TableSheet.Column(texts.text("money-note"), 60, ""),
                        new TableSheet.Column(texts.text("money-by"), 20, "")));
        money.expenses()
                .forEach(spent -> table.row(spent.spentOn(), lei(spent.bani()), spent.note(), spent.enteredBy()));
    }

    private void prices(Workbook workbook, String title, Prices prices) {
        new TableSheet(
                        workbook.newWorksheet(texts.text("money-sheet-prices")),
                        texts,
                        title,
                        "",
                        List.of(new TableSheet.Column(texts.text("money-price"), 56, ""), lei("money-value")))
                .row(texts.text("money-price-kilometre"), lei(prices.kilometre()))
                .row(texts.text("money-price-hour"), lei(prices.hour()))
                .row(texts.text("money-price-overtime"), lei(prices.overtimeHour()))
                .row(texts.text("money-price-fee"), lei(prices.cardFee()))
                .row(texts.text("money-price-team"), prices.teamPersons())
                .row(texts.text("money-price-regular"), prices.regularMinutes() / 60.0)
                .row(texts.text("money-price-share"), prices.feeSharePermille() / 10.0);
    }

    private TableSheet.Column lei(String key) {
        return new TableSheet.Column(texts.text(key), 18, TableSheet.MONEY);
    }

    private static double lei(long bani) {
        return bani / 100.0;
    }

    private static @Nullable Double lei(OptionalLong bani) {
        return bani.isPresent() ? lei(bani.getAsLong()) : null;
    }
}

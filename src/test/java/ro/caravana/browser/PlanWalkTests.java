package ro.caravana.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import ro.caravana.browser.Chromium.Size;
import ro.caravana.documents.support.PdfPages;
import ro.caravana.planning.support.PlanningTest;
import ro.caravana.planning.support.SolvedPlan;
import ro.caravana.support.Browserless;

/** The plan's screen at other sizes than one, and on paper, in a real browser. */
@PlanningTest
class PlanWalkTests {
    private static final int[] WIDTHS = {390, 768, 1180, 1280, 1440, 1920};
    private static final String LONG_NAME = "Fără luni și vineri, cu bugetul întreg al anului 2027";
    private static Chromium chromium;

    @LocalServerPort
    private int port;

    @Autowired
    private Browserless app;

    private String plan = "";

    @BeforeAll
    static void open() {
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @BeforeEach
    void order() {
        plan = SolvedPlan.order(app, LONG_NAME, "2027-03-01", "2027-03-31");
    }

    private Page page() {
        Page page = new Visitors(chromium, port).signedIn("planner", Size.DESK);
        page.navigate("/?w=plan&plan=" + plan);
        assertThat(page.locator(".month .pill").first()).isVisible();
        return page;
    }

    @Test
    void whatIsDoneWithAPlanStandsInOneRowBesideIt() {
        Page page = page();
        for (int width : WIDTHS) {
            page.setViewportSize(width, 900);
            BoundingBox picker = page.locator(".plan-picker").boundingBox();
            BoundingBox create = page.locator(".new-plan").boundingBox();
            BoundingBox card = page.locator(".plan-main").boundingBox();
            assertThat(create.y).as("at %s", width).isEqualTo(picker.y);
            assertThat(create.x + create.width).as("at %s", width).isLessThan(card.x + card.width);
        }
    }

    /** The figures and the map on one page, the communes on the next; none is nearly empty. */
    @Test
    void twoPlansSideBySideArePrintedOnTwoPages() throws IOException {
        SolvedPlan.order(app, "Aceeași lună", "2027-03-01", "2027-03-31");
        Page page = page();
        page.navigate("/?w=plan&view=scenarios&plan=" + plan);
        assertThat(page.locator("difference-map path").first()).isVisible();
        PdfPages paper = Papers.keep(page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true)), "print-comparison")
                .text();
        assertThat(paper.count()).isEqualTo(2);
        assertThat(paper.page(1)).contains("Unde diferă", "Ore la volan", "Nedeplasabili");
        assertThat(paper.page(2)).contains("rânduri", "Diferența", "Huedin");
    }

    @Test
    void weekdaysOfAScenarioAreChosenOnceOtherOnesAreWanted() {
        Page page = page();
        page.navigate("/?w=plan&view=scenarios&plan=" + plan);
        Locator what = page.locator(".plan-scenarios > .row button");
        Locator days = page.locator("dialog[open] input[name=weekdays]");
        what.click();
        assertThat(days.first()).isDisabled();
        page.locator("input[name=otherDays]").check();
        days.last().check();
        page.keyboard().press("Escape");
        what.click();
        assertThat(page.locator("input[name=otherDays]")).not().isChecked();
        assertThat(days.last()).isDisabled();
    }
}

package dev.makegood.cli.outside;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import dev.makegood.cli.demo.Demo;
import dev.makegood.server.log.LogConfiguration;
import dev.makegood.server.settings.LogSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the demo sells, bought in a browser. */
@Tag("outside")
class ShopInABrowserTest {

    @TempDir
    private static Path data;
    private static Demo demo;
    private static ChromiumWindow window;

    @BeforeAll
    static void open() {
        LogConfiguration.apply(
                new LogSettings(LogSettings.LogFormat.TEXT, LogSettings.LogLevel.ERROR), false);
        demo = Demo.start(new Demo.DemoOptions(data, Map.of("MAKEGOOD_PORT", "0"), "superduperai",
                Map.of()));
        window = new ChromiumWindow();
        PlaywrightAssertions.setDefaultAssertionTimeout(60_000);
    }

    @AfterAll
    static void close() {
        window.close();
        demo.close();
    }

    @AfterEach
    void everything_adds_up() {
        var found = new ArrayList<String>();
        var summary = demo.verify(violation -> found.add(violation.toString()));
        assertThat(summary.violations()).as("%s", found).isZero();
    }

    @Test
    void a_pack_is_bought_with_a_card() {
        var page = window.open(demo.shop());
        long before = available(page);
        ChromiumWindow.saveScreenshot(page, "shop");

        press(page, "Buy starter with stripe");
        ChromiumWindow.saveScreenshot(page, "stripe");
        page.locator("#pay").click();

        becomes(page, before + 100);
        assertThat(page.locator("tbody tr").first()).containsText("succeeded");
        ChromiumWindow.saveScreenshot(page, "shop-after-a-pack");
    }

    @Test
    void a_pack_with_a_bonus_is_bought_in_roubles() {
        var page = window.open(demo.shop());
        long before = available(page);

        press(page, "Buy studio with yookassa");
        press(page, "Pay");

        becomes(page, before + 660);
    }

    @Test
    void a_card_that_is_refused_buys_nothing_and_a_way_back_is_there() {
        var page = window.open(demo.shop());
        long before = available(page);

        press(page, "Buy starter with stripe");
        page.locator("#decline").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("declined");
        page.locator("#cancel").click();

        becomes(page, before);
        assertThat(page.locator("tbody tr").first()).containsText("pending");
    }

    @Test
    void a_bank_that_takes_its_time_pays_in_the_end() {
        var page = window.open(demo.shop());
        long before = available(page);

        press(page, "Buy starter with stripe");
        page.locator("#later").click();

        becomes(page, before);
        becomes(page, before + 100);
    }

    @Test
    void a_generation_is_paid_for_and_made() {
        var page = ordered("example.com", "gemini");
        assertThat(page.locator("body")).containsText("1148.18 EUR");
        assertThat(violations(page)).isEmpty();
        ChromiumWindow.saveScreenshot(page, "pay");

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Pay 1148.18 EUR"))
                .click();
        page.locator("#pay").click();

        assertThat(page.locator("body")).containsText("The generation is complete");
        ChromiumWindow.saveScreenshot(page, "pay-completed");
    }

    @Test
    void a_generation_that_was_paid_for_and_fails_is_refunded() {
        var page = ordered("fail.example.com", "gemini");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Pay 1148.18 EUR"))
                .click();
        page.locator("#pay").click();

        assertThat(page.locator("body")).containsText("was refunded");
        ChromiumWindow.saveScreenshot(page, "pay-failed");
        var shop = window.open(demo.shop());
        assertThat(shop.locator("tbody tr").first()).containsText("refund");
        ChromiumWindow.saveScreenshot(shop, "shop-after-a-refund");
    }

    @Test
    void a_free_provider_begins_at_once() {
        var page = ordered("example.com", "ollama");

        assertThat(page.locator("body")).containsText("The generation is complete");
    }

    @Test
    void the_shop_is_accessible() {
        assertThat(violations(window.open(demo.shop()))).isEmpty();
    }

    private static Page ordered(String hostname, String provider) {
        var page = window.open(demo.shop());
        page.getByRole(AriaRole.TEXTBOX).fill(hostname);
        var unused = page.getByRole(AriaRole.COMBOBOX).selectOption(provider);
        page.locator("#generate").click();
        return page;
    }

    private static void press(Page page, String name) {
        page.getByRole(AriaRole.BUTTON,
                new Page.GetByRoleOptions().setName(name).setExact(true)).click();
    }

    private static long available(Page page) {
        return Long.parseLong(page.locator("#available").innerText());
    }

    /** The page refreshes itself while a payment is pending. */
    private static void becomes(Page page, long credits) {
        assertThat(page.locator("#available")).hasText(Long.toString(credits));
    }

    private static List<String> violations(Page page) {
        return new AxeBuilder(page).withTags(List.of("wcag2a", "wcag2aa", "wcag22aa"))
                .analyze()
                .getViolations()
                .stream()
                .map(rule -> rule.getId() + ": " + rule.getHelp())
                .toList();
    }
}

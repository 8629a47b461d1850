package dev.makegood.cli.outside;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A Chromium of this machine, without a screen. */
final class ChromiumWindow implements AutoCloseable {

    private static final Path PICTURES = Path.of("target/pages");

    private final Playwright playwright = Playwright.create(new Playwright.CreateOptions()
            .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser = playwright.chromium()
            .launch(new LaunchOptions().setExecutablePath(chromium())
                    .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")));

    private static Path chromium() {
        return Path.of(System.getenv().getOrDefault("CHROMIUM_PATH", "/usr/bin/chromium"));
    }

    Page open(URI address) {
        var page = browser.newPage();
        page.setDefaultTimeout(30_000);
        var unused = page.navigate(address.toString());
        return page;
    }

    /** Saves what is shown now, to be looked at later. */
    static void saveScreenshot(Page page, String name) {
        var unused = page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + ".png"))
                .setFullPage(true));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}

package dev.makegood.sites;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a {@code robots.txt} for the sitemaps it names; nothing else in it is used. */
final class RobotsTxt {

    /** What search engines read of it; the rest does not count. */
    private static final int BYTES_MAX = 500_000;
    private static final int SITEMAPS_MAX = 100;

    /** Tried at the beginning of a line only: a search through a line of blanks takes its length squared. */
    private static final Pattern SITEMAP_LINE =
            Pattern.compile("\\s*sitemap\\s*:\\s*(\\S{1,2048})", Pattern.CASE_INSENSITIVE);

    private RobotsTxt() {}

    static List<String> sitemaps(InputStream body) throws IOException {
        return new String(body.readNBytes(BYTES_MAX), StandardCharsets.UTF_8).lines()
                .map(SITEMAP_LINE::matcher)
                .filter(Matcher::lookingAt)
                .map(match -> match.group(1))
                .distinct()
                .limit(SITEMAPS_MAX)
                .toList();
    }
}

package dev.makegood.sites;

import dev.makegood.httpclient.BoundedInputStream;
import dev.makegood.httpclient.ByteBudget;
import dev.makegood.pricing.Hostname;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/**
 * One visit to a site: its {@code robots.txt}, the sitemaps that are named there, or else {@code /sitemap.xml}, and
 * the sitemaps these list.
 *
 * <p>All or nothing: if one part cannot be read there is no count, since it would be too low.
 */
final class SiteVisit implements AutoCloseable {

    private final PinnedAddresses addresses;
    private final Site site;
    private final SiteLimits limits;
    private final SiteClient client;
    private final ByteBudget totalBudget;
    private final PageCounter pages;
    private final Set<URI> filesRead = new LinkedHashSet<>();

    SiteVisit(Hostname host, SiteNetwork network, SiteLimits limits) {
        this.addresses = new PinnedAddresses(host, network);
        this.site = new Site(host, network.port());
        this.limits = limits;
        this.client = new SiteClient(addresses, network, limits);
        this.totalBudget = new ByteBudget(limits.totalBytesMax());
        this.pages = new PageCounter(limits.pagesMax());
    }

    /**
     * Visits the site and counts.
     *
     * @throws UnmeasurableSite if the site has no list of its pages, or must not be visited
     */
    long countPages() throws IOException {
        addresses.resolveAndCheck();
        for (var sitemap : findSitemaps()) {
            readFile(sitemap, true);
        }
        if (pages.count() == 0) {
            throw new UnmeasurableSite("its sitemap names no page of it");
        }
        return pages.count();
    }

    private List<URI> findSitemaps() throws IOException {
        var sitemaps = client.get(site.url("/robots.txt"), RobotsTxt::sitemaps)
                .orElseGet(List::of)
                .stream()
                .flatMap(text -> site.ownFile(text).stream())
                .toList();
        return sitemaps.isEmpty() ? List.of(site.url("/sitemap.xml")) : sitemaps;
    }

    /** Reads a file, unless it was read before. */
    private void readFile(URI file, boolean mayBeIndex) throws IOException {
        if (filesRead.add(file)) {
            if (filesRead.size() > limits.filesMax()) {
                throw new UnmeasurableSite(
                        "it has more than " + limits.filesMax() + " sitemaps");
            }
            for (var nested : readSitemap(file, mayBeIndex)) {
                readFile(nested, false);
            }
        }
    }

    private Set<URI> readSitemap(URI file, boolean mayBeIndex) throws IOException {
        var nested = new LinkedHashSet<URI>();
        var read = client.get(file, body -> {
            SitemapParser.parse(decompress(body), new SitemapCollector(mayBeIndex, nested));
            return file;
        });
        if (read.isEmpty()) {
            throw new UnmeasurableSite("its sitemap is missing, or a part of it");
        }
        return nested;
    }

    /** A compressed file is recognised by its first two bytes, not by its name or headers. */
    private InputStream decompress(InputStream body) throws IOException {
        var plain = new BufferedInputStream(
                new BoundedInputStream(body, new ByteBudget(limits.fileBytesMax())));
        plain.mark(2);
        boolean compressed = plain.read() == 0x1f && plain.read() == 0x8b;
        plain.reset();
        return new BoundedInputStream(compressed ? new GZIPInputStream(plain) : plain,
                new ByteBudget(limits.fileBytesMax()), totalBudget);
    }

    /** Counts pages, and notes further sitemaps where there may be some. */
    private final class SitemapCollector implements SitemapParser.SitemapListener {

        private final boolean mayBeIndex;
        private final Set<URI> nested;

        SitemapCollector(boolean mayBeIndex, Set<URI> nested) {
            this.mayBeIndex = mayBeIndex;
            this.nested = nested;
        }

        @Override
        public void onPage(String url) throws UnmeasurableSite {
            if (site.isOwnPage(url)) {
                pages.add(url);
            }
        }

        @Override
        public void onSitemap(String url) throws UnmeasurableSite {
            if (!mayBeIndex) {
                throw new UnmeasurableSite("its sitemaps list sitemaps that list sitemaps");
            }
            nested.add(site.ownFile(url)
                    .orElseThrow(
                            () -> new UnmeasurableSite("its sitemap lists one of another host")));
            if (nested.size() > limits.filesMax()) {
                throw new UnmeasurableSite(
                        "it has more than " + limits.filesMax() + " sitemaps");
            }
        }
    }

    /** Ends it, from any thread and in any step. */
    @Override
    public void close() {
        client.close();
    }
}

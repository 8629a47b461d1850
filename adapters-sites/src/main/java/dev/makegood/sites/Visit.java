package dev.makegood.sites;

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
 * <p>All or nothing: where one part cannot be had there is no count, which would be too low.
 */
final class Visit implements AutoCloseable {

    private final CheckedAddresses addresses;
    private final Site site;
    private final Limits limits;
    private final Line line;
    private final Allowance all;
    private final PageCount pages;
    private final Set<URI> files = new LinkedHashSet<>();

    Visit(Hostname host, Outside outside, Limits limits) {
        this.addresses = new CheckedAddresses(host, outside);
        this.site = new Site(host, outside.port());
        this.limits = limits;
        this.line = new Line(addresses, outside, limits);
        this.all = new Allowance(limits.allBytes());
        this.pages = new PageCount(limits.pages());
    }

    /**
     * Goes there and counts.
     *
     * @throws Unmeasured if the site has no list of its pages, or must not be visited
     */
    long count() throws IOException {
        addresses.lookUp();
        for (var file : named()) {
            read(file, true);
        }
        if (pages.count() == 0) {
            throw new Unmeasured("its sitemap names no page of it");
        }
        return pages.count();
    }

    private List<URI> named() throws IOException {
        var named = line.get(site.at("/robots.txt"), Robots::sitemaps)
                .orElseGet(List::of)
                .stream()
                .flatMap(written -> site.file(written).stream())
                .toList();
        return named.isEmpty() ? List.of(site.at("/sitemap.xml")) : named;
    }

    /** Reads a file, unless it was read before. */
    private void read(URI file, boolean mayListMore) throws IOException {
        if (files.add(file)) {
            if (files.size() > limits.files()) {
                throw new Unmeasured("it has more than " + limits.files() + " sitemaps");
            }
            for (var more : listed(file, mayListMore)) {
                read(more, false);
            }
        }
    }

    private Set<URI> listed(URI file, boolean mayListMore) throws IOException {
        var more = new LinkedHashSet<URI>();
        var read = line.get(file, body -> {
            Sitemap.read(inflated(body), new Listening(mayListMore, more));
            return file;
        });
        if (read.isEmpty()) {
            throw new Unmeasured("it has no sitemap, or not all of it");
        }
        return more;
    }

    /** A compressed file says so by its first two bytes, whatever its name and headers say. */
    private InputStream inflated(InputStream body) throws IOException {
        var plain = new BufferedInputStream(new Bounded(body, new Allowance(limits.fileBytes())));
        plain.mark(2);
        boolean compressed = plain.read() == 0x1f && plain.read() == 0x8b;
        plain.reset();
        return new Bounded(compressed ? new GZIPInputStream(plain) : plain,
                new Allowance(limits.fileBytes()), all);
    }

    /** Counts pages, and notes further sitemaps where there may be some. */
    private final class Listening implements Sitemap.Listener {

        private final boolean mayListMore;
        private final Set<URI> more;

        Listening(boolean mayListMore, Set<URI> more) {
            this.mayListMore = mayListMore;
            this.more = more;
        }

        @Override
        public void page(String address) throws Unmeasured {
            if (site.hasPage(address)) {
                pages.add(address);
            }
        }

        @Override
        public void sitemap(String address) throws Unmeasured {
            if (!mayListMore) {
                throw new Unmeasured("its sitemaps list sitemaps that list sitemaps");
            }
            more.add(site.file(address)
                    .orElseThrow(() -> new Unmeasured("its sitemap lists one of another host")));
            if (more.size() > limits.files()) {
                throw new Unmeasured("it has more than " + limits.files() + " sitemaps");
            }
        }
    }

    /** Ends it, from whatever thread and in whatever step it is. */
    @Override
    public void close() {
        line.close();
    }
}

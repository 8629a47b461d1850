package dev.makegood.sites;

import dev.makegood.pricing.Hostname;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** The URLs of a site: which are its own, and where we fetch them. */
record Site(Hostname host, int port) {

    URI url(String path) {
        return URI.create("https://" + host + (port == 443 ? "" : ":" + port) + path);
    }

    /** A file of the site, always fetched over TLS; empty if it is elsewhere. */
    Optional<URI> ownFile(String text) {
        try {
            var url = new URI(text);
            return isOwnUrl(url)
                    ? Optional.of(url(pathAndQuery(url)))
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private boolean isOwnUrl(URI url) {
        return url.getScheme() != null
                && url.getScheme().toLowerCase(Locale.ROOT).matches("https?")
                && host.value().equalsIgnoreCase(url.getHost())
                && url.getPort() == -1
                && url.getRawUserInfo() == null;
    }

    private static String pathAndQuery(URI url) {
        var query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        return (url.getRawPath().isEmpty() ? "/" : url.getRawPath()) + query;
    }

    /** Whether a page is the site's own, however oddly the rest of its address is written. */
    boolean isOwnPage(String text) {
        return startsWithHost("https://", text) || startsWithHost("http://", text);
    }

    private boolean startsWithHost(String scheme, String text) {
        var prefix = scheme + host;
        return text.regionMatches(true, 0, prefix, 0, prefix.length())
                && (text.length() == prefix.length()
                        || "/?#:".indexOf(text.charAt(prefix.length())) >= 0);
    }
}

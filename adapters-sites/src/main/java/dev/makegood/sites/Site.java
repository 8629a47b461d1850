package dev.makegood.sites;

import dev.makegood.pricing.Hostname;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** The addresses of a site: which are its own, and where we ask for them. */
record Site(Hostname host, int port) {

    URI at(String path) {
        return URI.create("https://" + host + (port == 443 ? "" : ":" + port) + path);
    }

    /** A file of the site's own, asked for over TLS whatever is written; empty if it is elsewhere. */
    Optional<URI> file(String written) {
        try {
            var address = new URI(written);
            return isHere(address)
                    ? Optional.of(at(path(address)))
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private boolean isHere(URI address) {
        return address.getScheme() != null
                && address.getScheme().toLowerCase(Locale.ROOT).matches("https?")
                && host.value().equalsIgnoreCase(address.getHost())
                && address.getPort() == -1
                && address.getRawUserInfo() == null;
    }

    private static String path(URI address) {
        var query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        return (address.getRawPath().isEmpty() ? "/" : address.getRawPath()) + query;
    }

    /** Whether a page is the site's own, however oddly the rest of its address is written. */
    boolean hasPage(String written) {
        return isAfter("https://", written) || isAfter("http://", written);
    }

    private boolean isAfter(String scheme, String written) {
        var begin = scheme + host;
        return written.regionMatches(true, 0, begin, 0, begin.length())
                && (written.length() == begin.length()
                        || "/?#:".indexOf(written.charAt(begin.length())) >= 0);
    }
}

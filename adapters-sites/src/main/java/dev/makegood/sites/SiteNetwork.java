package dev.makegood.sites;

import java.net.InetAddress;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.core5.ssl.SSLContexts;

/**
 * What a visit uses: how names are looked up, which addresses are allowed, which certificates are trusted.
 *
 * @param port 443 but for tests
 */
record SiteNetwork(DnsResolver resolver, Predicate<InetAddress> allowedAddresses,
        SSLContext sslContext, int port) {

    /** The internet: public addresses, and the certificates that Java trusts. */
    static SiteNetwork internet() {
        return new SiteNetwork(SystemDefaultDnsResolver.INSTANCE, PublicAddresses::isPublic,
                SSLContexts.createDefault(), 443);
    }
}

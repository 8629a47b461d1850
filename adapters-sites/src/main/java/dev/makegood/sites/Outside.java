package dev.makegood.sites;

import java.net.InetAddress;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.core5.ssl.SSLContexts;

/**
 * What a visit finds outside: who knows names, which addresses it may go to, whom it trusts.
 *
 * @param port 443 but for tests
 */
record Outside(DnsResolver names, Predicate<InetAddress> mayVisit, SSLContext trust, int port) {

    /** The internet: public addresses, and certificates that everybody trusts. */
    static Outside world() {
        return new Outside(SystemDefaultDnsResolver.INSTANCE, PublicAddresses::contain,
                SSLContexts.createDefault(), 443);
    }
}
